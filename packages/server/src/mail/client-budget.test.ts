import { beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { testServer } from "../testing/server.ts";
import { queueMail } from "./mails.ts";

const { database, kit, seed } = await testServer();
const { workspaceId, acme, baker, jo } = seed;
const dana = { personId: newId(), email: "dana@client.test" };
await database.inWorkspace(workspaceId, async (tx) => {
  const person = {
    workspaceId,
    id: dana.personId,
    name: "Dana",
    email: dana.email,
    zone: "UTC",
    country: null,
  };
  await tx.insertInto("persons").values(person).execute();
  await tx
    .insertInto("contacts")
    .values({ workspaceId, personId: dana.personId, clientId: acme.clientId ?? "" })
    .execute();
});

beforeEach(async () => {
  // Friday before the clocks of Berlin go forward on Sunday 29 March.
  kit.at = new Date("2026-03-27T10:00:00Z");
  await database.maintenance.deleteFrom("mails").execute();
});

const words = { author: "Sam", project: "Acme", subject: "Copy", excerpt: "See", path: "/c/A-1" } as const;
const queue = (to: { personId: string; email: string }, projectId: string) =>
  database.inWorkspace(workspaceId, (tx) =>
    queueMail(tx, kit, { workspaceId, ...to, projectId }, { kind: "mention", data: words }, newId()),
  );
const leavings = async (personId = dana.personId, projectId = acme.id) => {
  const rows = await database.maintenance
    .selectFrom("mails")
    .select("nextTryAt")
    .where("personId", "=", personId)
    .where("projectId", "=", projectId)
    .orderBy("nextTryAt")
    .execute();
  return rows.map(({ nextTryAt }) => nextTryAt.toISOString().slice(0, 16));
};

test("U15: a client gets one such mail a day and project; the others wait for mornings of their own", async () => {
  for (let n = 0; n < 4; n++) await queue({ ...dana }, acme.id);
  expect(await leavings()).toEqual([
    "2026-03-27T10:00",
    "2026-03-28T07:00",
    "2026-03-29T06:00",
    "2026-03-30T06:00",
  ]);
  await queue({ ...dana }, baker.id);
  expect(await leavings(dana.personId, baker.id)).toEqual(["2026-03-27T10:00"]);
});

test("U15: of twenty that are queued at once, one leaves today", async () => {
  await Promise.all(Array.from({ length: 20 }, () => queue({ ...dana }, acme.id)));
  const days = (await leavings()).map((leaving) => leaving.slice(0, 10));
  expect(new Set(days).size).toBe(20);
});

test("a new day has room again, and mails that somebody waits for never wait", async () => {
  await queue({ ...dana }, acme.id);
  kit.at = new Date("2026-03-27T23:30:00Z");
  await queue({ ...dana }, acme.id);
  expect(await leavings()).toEqual(["2026-03-27T10:00", "2026-03-27T23:30"]);
  const to = { workspaceId, ...dana, projectId: acme.id };
  await database.inWorkspace(workspaceId, (tx) =>
    queueMail(tx, kit, to, { kind: "reset", data: { linkId: newId() } }, newId()),
  );
  expect(await leavings()).toEqual(["2026-03-27T10:00", "2026-03-27T23:30", "2026-03-27T23:30"]);
});

test("members have no such limit", async () => {
  for (let n = 0; n < 3; n++) await queue({ personId: jo.id, email: jo.email }, acme.id);
  expect(await leavings(jo.id)).toEqual(Array(3).fill("2026-03-27T10:00"));
});
