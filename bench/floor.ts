import fastify from "fastify";
import pg from "pg";
import type { ServerLogin } from "../packages/server/src/db/embedded.ts";

export interface Floor {
  url: string;
  close(): Promise<void>;
}

/** What the machine can do at all: the same bytes from memory, and one durable UPDATE, on the same database. */
export async function startFloor(database: ServerLogin, bytes: Buffer): Promise<Floor> {
  const pool = new pg.Pool({ ...database, max: 8 });
  await pool.query("create table if not exists public.bench_floor (id int primary key, n int not null)");
  await pool.query(
    "insert into public.bench_floor select i, 0 from generate_series(0, 999) i on conflict do nothing",
  );
  const app = fastify();
  app.get("/bytes", (_request, reply) =>
    reply.header("content-type", "application/json").header("content-encoding", "gzip").send(bytes),
  );
  app.post("/update", async () => {
    const id = Math.floor(Math.random() * 1000);
    await pool.query({
      name: "floor",
      text: "update public.bench_floor set n = n + 1 where id = $1",
      values: [id],
    });
    return { ok: true };
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    url,
    close: async () => {
      await app.close();
      await pool.query("drop table public.bench_floor");
      await pool.end();
    },
  };
}
