import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { app, seed } = await testServer();
const MB = 1024 * 1024;
const address = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));

/** Sends a head and then pieces until the server has enough: what it said, and how much it took. */
async function pour(head: string[], piece: string, most: number): Promise<{ said: string; sent: number }> {
  const socket = connect(Number(address.port), "127.0.0.1");
  let said = "";
  let open = true;
  socket.on("data", (part) => {
    said += part.toString("latin1");
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    open = false;
  });
  await once(socket, "connect");
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  let sent = 0;
  while (open && said === "" && sent < most) {
    socket.write(piece);
    sent += piece.length;
    await new Promise((resume) => setTimeout(resume, 1));
  }
  for (let wait = 0; wait < 200 && said === "" && open; wait++)
    await new Promise((resume) => setTimeout(resume, 10));
  socket.destroy();
  return { said, sent };
}

const head = [
  `POST /api/v1/projects/${seed.acme.id}/cards HTTP/1.1`,
  "host: localhost",
  `cookie: ${seed.jo.cookie}`,
  "content-type: application/json",
];
const chunk = "x".repeat(64 * 1024);

test("A73: a body of 200 MB is refused by its announcement, memory stays flat", async () => {
  const before = process.memoryUsage().rss;
  const { said, sent } = await pour([...head, `content-length: ${200 * MB}`], chunk, 200 * MB);
  expect(said).toMatch(/^HTTP\/1\.1 413 /);
  expect(sent).toBeLessThan(8 * MB);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
});

test("A73: a chunked body without an end is cut off at the limit", async () => {
  const before = process.memoryUsage().rss;
  const piece = `${chunk.length.toString(16)}\r\n${chunk}\r\n`;
  const { said, sent } = await pour([...head, "transfer-encoding: chunked"], piece, 200 * MB);
  expect(said).toMatch(/^HTTP\/1\.1 413 /);
  expect(sent).toBeLessThan(16 * MB);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  expect((await app.inject("/healthz")).statusCode).toBe(200);
});
