import { readFileSync } from "node:fs";
import fastify from "fastify";
import pg from "pg";

/**
 * A program of its own: what this machine can do at all. Bare Fastify, the same bytes from memory, one durable UPDATE on
 * the same database. Told by its arguments: the connection as JSON, and the files with the bytes.
 */
const [connection = "{}", packed = "", plain = ""] = process.argv.slice(2);
const pool = new pg.Pool({ ...JSON.parse(connection), max: 8, idleTimeoutMillis: 200 });
await pool.query("create table if not exists public.bench_floor (id int primary key, n int not null)");
await pool.query(
  "insert into public.bench_floor select i, 0 from generate_series(0, 999) i on conflict do nothing",
);
const [packedBytes, plainBytes] = [readFileSync(packed), readFileSync(plain)];
const app = fastify();
app.get("/packed", (_request, reply) =>
  reply.header("content-type", "application/json").header("content-encoding", "gzip").send(packedBytes),
);
app.get("/plain", (_request, reply) => reply.header("content-type", "application/json").send(plainBytes));
app.post("/update", async () => {
  const id = Math.floor(Math.random() * 1000);
  await pool.query({
    name: "floor",
    text: "update public.bench_floor set n = n + 1 where id = $1",
    values: [id],
  });
  return { ok: true };
});
console.log(await app.listen({ port: 0, host: "127.0.0.1" }));
process.once("SIGTERM", async () => {
  await app.close();
  await pool.query("drop table public.bench_floor");
  await pool.end();
});
