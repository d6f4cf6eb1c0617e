import { expect, test } from "vitest";
import { addClientComment } from "../talk/client-comments.ts";
import { seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { mailClientTalk } from "./client-talk.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana, lee } = await seedContacts(server);
const sam = as(seed.sam);
const { workspaceId, acme } = seed;
const milestone = (
  await sam.post(`/projects/${acme.id}/milestones`, {
    title: "Launch",
    ownerId: seed.jo.id,
    audience: "client",
  })
).body;

const write = (personId: string, subject: { kind: "project" | "milestone"; id: string }, body: string) =>
  database.inWorkspace(workspaceId, (tx) =>
    addClientComment({ tx, actor: { workspaceId, personId }, now: kit.at }, acme.id, subject, body),
  );
const answer = (subject: object, body: string, audience = "client") =>
  sam.post("/comments", { subject, audience, body });

async function mailed(): Promise<string[][]> {
  // Events of transactions that still run elsewhere hold the cursor back for a moment.
  for (let turn = 0; turn < 200 && (await mailClientTalk(server)) === 0; turn++)
    await new Promise((resume) => setTimeout(resume, 10));
  while ((await mailClientTalk(server)) > 0);
  const rows = await database.maintenance
    .deleteFrom("mails")
    .where("kind", "in", ["clientWords", "answer"])
    .returning(["kind", "toEmail", "subject"])
    .execute();
  return rows.map(({ kind, toEmail, subject }) => [kind, toEmail, subject]).sort();
}

const launch = { kind: "milestone", id: milestone.id } as const;

test("what a client writes is mailed once to who leads and to who owns the milestone", async () => {
  await write(dana.id, launch, "Can it be a day earlier?");
  expect(await mailed()).toEqual([
    ["clientWords", seed.jo.email, "ACME project: Dana Reyes wrote about “Launch”"],
    ["clientWords", seed.sam.email, "ACME project: Dana Reyes wrote about “Launch”"],
  ]);
  await write(dana.id, { kind: "project", id: acme.id }, "Thank you");
  expect(await mailed()).toEqual([
    ["clientWords", seed.sam.email, "ACME project: Dana Reyes wrote about “ACME project”"],
  ]);
});

test("an answer is mailed to who has written there, and to nobody else of the client", async () => {
  await answer(launch, "Yes, a day is possible.");
  expect(await mailed()).toEqual([["answer", dana.email, "ACME project: Sam answered"]]);
  await write(lee.id, launch, "Good");
  await mailed();
  await database.maintenance.deleteFrom("mails").execute();
  await as(seed.amara).delete(`/projects/${acme.id}/contacts/${dana.id}`);
  await answer(launch, "So it is.");
  expect(await mailed()).toEqual([["answer", lee.email, "ACME project: Sam answered"]]);
});

test("what the team says among itself is mailed to nobody of the client", async () => {
  await answer(launch, "ZEBRA", "team");
  await write(lee.id, launch, "and now something that both sides read");
  expect((await mailed()).map(([kind]) => kind)).toEqual(["clientWords", "clientWords"]);
});
