import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import type { Actor } from "../access/roles.ts";
import { liveStream } from "./live-stream.ts";

const waiting: ((response: ServerResponse) => void)[] = [];
const server = createServer((_request, response) => waiting.shift()?.(response));
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
// The server listens on TCP, so its address has a port.
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

const actor: Actor = {
  workspaceId: "w",
  personId: "p",
  userId: "u",
  sessionId: "s",
  name: "Jo",
  role: "member",
  zone: "UTC",
};

async function connect(): Promise<{ reader: IncomingMessage; response: ServerResponse }> {
  const answered = new Promise<ServerResponse>((resolve) => waiting.push(resolve));
  const reading = new Promise<IncomingMessage>((resolve) =>
    get({ port }, resolve).on("error", () => undefined),
  );
  const response = await answered;
  response.writeHead(200).flushHeaders();
  const reader = await reading;
  reader.on("error", () => undefined);
  return { reader, response };
}

test("A75: a reader that does not read is let go, and what waits for it stays bounded", async () => {
  const { reader, response } = await connect();
  reader.pause();
  const stream = liveStream(actor, response, undefined);
  const line = `: ${"x".repeat(32_000)}\n\n`;
  let most = 0;
  for (let n = 0; n < 2_000 && !response.destroyed; n++) {
    stream.send(line);
    most = Math.max(most, response.writableLength);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(response.destroyed).toBe(true);
  expect(most).toBeLessThan(512 * 1024);
  stream.send(line);
  stream.close();
});

test("a place that is not ours counts as none, and a missing one as now", async () => {
  const { response } = await connect();
  expect(liveStream(actor, response, undefined).cursor).toBeNull();
  expect(liveStream(actor, response, "12.34").cursor).toEqual({ tx: "12", position: 34 });
  for (const odd of ["", "12", "1.2.3", "-1.2", `${"9".repeat(30)}.1`, "x.y"])
    expect(liveStream(actor, response, odd).cursor).toEqual({ tx: "0", position: 0 });
  response.end();
});
