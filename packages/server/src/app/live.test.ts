import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "../kit/id.ts";
import type { SeedPerson } from "../testing/seed.ts";
import { type Loose, testServer } from "../testing/server.ts";

// Events settle when no older transaction runs anywhere on the server, and other files share it.
vi.setConfig({ testTimeout: 60_000 });
const server = await testServer();
const { seed, as, app, database } = server;
await app.listen({ port: 0, host: "127.0.0.1" });
const { port } = app.server.address() as AddressInfo;
const open: IncomingMessage[] = [];

interface Message {
  id: string;
  event: string;
  data: Loose;
}

interface Reader {
  status: number;
  messages: Message[];
  closed: boolean;
  /** Resolves with the first message that fits; the test's own time limit is the bound. */
  until(fits: (message: Message) => boolean): Promise<Message>;
  end(): Promise<void>;
}

async function listen(person: SeedPerson | null, lastEventId?: string, query = ""): Promise<Reader> {
  const headers = {
    ...(person ? { cookie: person.cookie } : {}),
    ...(lastEventId ? { "last-event-id": lastEventId } : {}),
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, path: `/api/v1/live${query}`, headers }, resolve).on("error", reject),
  );
  open.push(response);
  const messages: Message[] = [];
  let rest = "";
  let look: () => void = () => undefined;
  const reader: Reader = {
    status: response.statusCode ?? 0,
    messages,
    closed: false,
    until: (fits) =>
      new Promise((resolve) => {
        look = () => {
          const found = messages.find(fits);
          if (found) resolve(found);
        };
        look();
      }),
    end: () =>
      reader.closed ? Promise.resolve() : new Promise((resolve) => response.once("close", () => resolve())),
  };
  response.setEncoding("utf8").on("data", (text: string) => {
    const parts = `${rest}${text}`.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1] ?? "";
      if (field("data"))
        messages.push({ id: field("id"), event: field("event"), data: JSON.parse(field("data")) });
    }
    look();
  });
  response
    .on("error", () => undefined)
    .once("close", () => {
      reader.closed = true;
    });
  return reader;
}

const isReady = (message: Message) => message.event === "ready";
const happened = (verb: string) => (message: Message) => message.data.verb === verb;
let days = 10;
const fair = (person: SeedPerson, projectId: string) =>
  as(person).post(`/projects/${projectId}/fixed-dates`, {
    title: "Fair",
    onDate: `2026-07-${days++ % 28 || 28}`.replace(/-(\d)$/, "-0$1"),
  });

afterEach(() => {
  for (const response of open.splice(0)) response.destroy();
});

test("a second browser sees what happens, and only people who may", async () => {
  const [jo, kim, gil, olga] = await Promise.all(
    [seed.jo, seed.kim, seed.gil, seed.other.owner].map((one) => listen(one)),
  );
  if (!jo || !kim || !gil || !olga) throw new Error("a stream is missing");
  await Promise.all([jo, kim, gil, olga].map((reader) => reader.until(isReady)));
  await fair(seed.sam, seed.acme.id);
  await fair(seed.kim, seed.baker.id);
  const seen = await jo.until(happened("project.fixedDateAdded"));
  expect(seen.data).toMatchObject({
    projectId: seed.acme.id,
    actorId: seed.sam.id,
    subject: { kind: "project", id: seed.acme.id },
  });
  expect((await kim.until(happened("project.fixedDateAdded"))).data.projectId).toBe(seed.baker.id);
  await as(seed.amara).post("/clients", { name: "Third" });
  await jo.until(happened("client.added"));
  expect(jo.messages.filter(({ data }) => data.projectId === seed.baker.id)).toEqual([]);
  expect([gil.messages.length, olga.messages.length]).toEqual([1, 1]);
});

test("nobody listens without a session", async () => {
  expect((await listen(null)).status).toBe(401);
  expect((await listen(seed.rex)).status).toBe(401);
});

test("a returning browser gets what it missed, once and in order", async () => {
  const first = await listen(seed.jo);
  await first.until(isReady);
  await fair(seed.sam, seed.acme.id);
  const { id } = await first.until(happened("project.fixedDateAdded"));
  await fair(seed.sam, seed.acme.id);
  await fair(seed.sam, seed.acme.id);
  const later = await listen(seed.jo, id);
  const last = await fair(seed.sam, seed.acme.id);
  await later.until(({ data }) => data.data?.fixedDateId === last.body.id);
  expect(later.messages.map(({ data }) => data.verb)).toEqual(Array(3).fill("project.fixedDateAdded"));
  expect(new Set(later.messages.map((message) => message.id)).size).toBe(3);
});

test("a page's first line tells what happened since the page was read", async () => {
  const { liveAfter } = (await as(seed.jo).get("/me")).body;
  const { body } = await fair(seed.sam, seed.acme.id);
  const reader = await listen(seed.jo, undefined, `?after=${liveAfter}`);
  await reader.until(({ data }) => data.data?.fixedDateId === body.id);
  const again = (await as(seed.jo).get("/me")).body.liveAfter;
  const later = await listen(seed.jo, undefined, `?after=${again}`);
  const last = await fair(seed.sam, seed.acme.id);
  await later.until(({ data }) => data.data?.fixedDateId === last.body.id);
  const all = [...reader.messages, ...later.messages];
  expect(all.map(({ event }) => event)).not.toContain("resync");
  expect(later.messages).toHaveLength(1);
});

test("a place that this server does not know means: load anew", async () => {
  for (const strange of ["nonsense", "0.0", "999999999999999999.1"]) {
    const reader = await listen(seed.jo, strange);
    expect((await reader.until(({ event }) => event === "resync")).id).toMatch(/^\d+\.\d+$/);
  }
});

test("A55: a role that is lowered, and a project that is lost, end what arrives", async () => {
  const kim = await listen(seed.kim);
  await kim.until(isReady);
  await as(seed.sam).put(`/projects/${seed.acme.id}/members/${seed.kim.id}`, { role: "member" });
  await fair(seed.sam, seed.acme.id);
  await kim.until(({ data }) => data.projectId === seed.acme.id && data.verb === "project.fixedDateAdded");
  await as(seed.sam).delete(`/projects/${seed.acme.id}/members/${seed.kim.id}`);
  const before = kim.messages.length;
  await fair(seed.sam, seed.acme.id);
  await fair(seed.kim, seed.baker.id);
  await kim.until(({ data }) => data.projectId === seed.baker.id);
  expect(
    kim.messages.slice(before).filter(({ data }) => data.verb === "project.fixedDateAdded"),
  ).toMatchObject([{ data: { projectId: seed.baker.id } }]);
});

test("A55: streams end when the session ends, and when the member is removed", {
  timeout: 5_000,
}, async () => {
  const gil = await listen(seed.gil);
  await gil.until(isReady);
  await database.outside.deleteFrom("auth.session").where("userId", "=", seed.gil.userId).execute();
  await gil.end();
  const jo = await listen(seed.jo);
  await jo.until(isReady);
  await as(seed.ada).delete(`/members/${seed.jo.id}`);
  await fair(seed.sam, seed.acme.id);
  await jo.end();
  expect(jo.messages.filter(happened("project.fixedDateAdded"))).toEqual([]);
});

test("A75: one person opens so many streams and no more; a closed one makes room", async () => {
  const readers = [];
  for (let n = 0; n < 8; n++) readers.push(await listen(seed.kim));
  expect((await listen(seed.kim)).status).toBe(429);
  expect((await listen(seed.sam)).status).toBe(200);
  open[0]?.destroy();
  await readers[0]?.end();
  for (let tries = 0; tries < 100 && (await listen(seed.kim)).status !== 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect((await listen(seed.kim)).status).toBe(429);
});

test("an event of a transaction that commits late still arrives", async () => {
  const sam = await listen(seed.sam);
  await sam.until(isReady);
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const late = newId();
  let slow: Promise<void> = Promise.resolve();
  await new Promise<void>((written) => {
    slow = database.inWorkspace(seed.workspaceId, async (tx) => {
      const { workspaceId } = seed;
      const subject = { subjectKind: "project", subjectId: seed.acme.id, projectId: seed.acme.id };
      const event = { workspaceId, id: late, verb: "project.late", ...subject, actorId: null };
      await tx.insertInto("events").values(event).execute();
      written();
      await held;
    });
  });
  await fair(seed.sam, seed.acme.id);
  finish();
  await slow;
  await sam.until(happened("project.late"));
  await sam.until(happened("project.fixedDateAdded"));
  expect(sam.messages.map(({ data }) => data.verb).filter(Boolean)).toEqual([
    "project.late",
    "project.fixedDateAdded",
  ]);
});
