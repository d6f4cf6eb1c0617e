import { expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { mailBundles } from "./bundles.ts";
import { tellWarnings } from "./tell-warnings.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { sam, jo, acme } = seed;
const project = `/projects/${acme.id}`;
const at = (when: string) => {
  kit.at = new Date(`${when}Z`);
};
const warned = async (person = jo, state = "open"): Promise<Loose[]> =>
  (await as(person).get(`/inbox?state=${state}&category=reviews`)).body.items;

const milestone = { title: "Brief", ownerId: jo.id, startOn: "2026-03-02", targetOn: "2026-03-13" };
const brief = (await as(sam).post(`${project}/milestones`, milestone)).body;
const { criteria } = (await as(sam).post(`/milestones/${brief.id}/criteria`, { text: "Signed by Rosa" }))
  .body;

test("owner and lead find a warning once, with why and the next step, in the inbox and in the bundle", async () => {
  await tellWarnings(server);
  expect(await warned()).toEqual([]);
  at("2026-03-12T08:00:00");
  for (let turn = 0; turn < 100; turn++) await tellWarnings(server);
  const [other, same] = [
    openDatabase(server.login, () => undefined),
    openDatabase(server.login, () => undefined),
  ];
  await Promise.all([tellWarnings({ database: other, kit }), tellWarnings({ database: same, kit })]);
  await Promise.all([other.close(), same.close()]);
  const [item, ...more] = await warned();
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    reason: "warned",
    category: "warning",
    what: "Early warning, because you own ACME-M1: 1 of 1 criteria has no answer yet, with 1 working day left. Next: answer the criteria.",
    because: null,
    thing: { kind: "milestone", id: brief.id, ref: "ACME-M1", path: "/m/ACME-M1" },
    happenings: 1,
  });
  expect(await warned(sam)).toMatchObject([
    { what: expect.stringMatching(/^Early warning, because you lead ACME project: 1 of 1/) },
  ]);
  expect(await warned(seed.ada)).toEqual([]);
  at("2026-03-13T07:00:00");
  await mailBundles(server);
  const mails = await database.maintenance
    .selectFrom("mails")
    .select(["toEmail", "data"])
    .where("kind", "=", "bundle")
    .orderBy("toEmail")
    .execute();
  expect(mails.map(({ toEmail }) => toEmail)).toEqual([jo.email, sam.email]);
  expect(JSON.stringify(mails[0]?.data)).toContain("Next: answer the criteria.");
});

test("it is settled when it holds no more, and wavering within a week is no news", async () => {
  const turn = (answer: string | null, expected: string | null) =>
    as(jo).post(`/criteria/${criteria[0].id}/answer`, { answer, expected });
  expect((await turn("met", null)).status).toBe(200);
  await tellWarnings(server);
  expect(await warned()).toEqual([]);
  expect(await warned(jo, "done")).toMatchObject([{ reason: "warned" }]);
  expect((await turn(null, "met")).status).toBe(200);
  await tellWarnings(server);
  expect(await warned()).toEqual([]);
});

test("whoever takes the lead is told what the one before was told", async () => {
  await as(sam).post(`/milestones/${brief.id}/criteria`, { text: "Read by Lee" });
  await database.maintenance.deleteFrom("tellings").execute();
  await tellWarnings(server);
  expect(await warned(seed.ada)).toEqual([]);
  await database.maintenance
    .updateTable("projects")
    .set({ leadId: seed.ada.id })
    .where("id", "=", acme.id)
    .execute();
  await tellWarnings(server);
  expect(await warned(seed.ada)).toMatchObject([{ reason: "warned", happenings: 1 }]);
  await database.maintenance
    .updateTable("projects")
    .set({ leadId: sam.id })
    .where("id", "=", acme.id)
    .execute();
});

test("nobody is warned of what they have muted", async () => {
  await as(sam).put("/mutes", { kind: "milestone", id: brief.id });
  await as(sam).post(`/milestones/${brief.id}/criteria`, { text: "On paper" });
  await database.maintenance.deleteFrom("tellings").execute();
  await tellWarnings(server);
  expect(await warned(sam)).toEqual([]);
  expect(await warned(jo)).toHaveLength(1);
});
