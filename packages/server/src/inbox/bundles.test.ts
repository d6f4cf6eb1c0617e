import { expect, test } from "vitest";
import { mailMentions } from "../app/mentions.ts";
import { openDatabase } from "../db/database.ts";
import { testServer } from "../testing/server.ts";
import { mailBundles } from "./bundles.ts";
import { fillInboxes } from "./fill-inboxes.ts";
import { latestSlot } from "./slots.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { sam, jo, acme } = seed;
const services = { database, kit };
const project = `/projects/${acme.id}`;

async function filled(): Promise<void> {
  // Events of transactions that still run elsewhere hold the cursor back for a moment.
  for (let turn = 0; turn < 40; turn++) {
    while ((await fillInboxes(services)) > 0);
    await new Promise((resume) => setTimeout(resume, 5));
  }
}
/** Berlin is an hour ahead of UTC until 29 March. */
const at = (when: string) => {
  kit.at = new Date(`${when}Z`);
};
const mails = (kind: string) =>
  database.maintenance
    .selectFrom("mails")
    .select(["toEmail", "subject", "data", "state", "nextTryAt"])
    .where("kind", "=", kind)
    .orderBy("createdAt")
    .execute();
const assign = (title: string) => as(sam).post(`${project}/cards`, { title, people: [jo.id] });
const rhythm = (given: object) =>
  as(jo).put("/me/mail-rhythm", {
    rhythm: "daily",
    quietFrom: null,
    quietTo: null,
    reminders: true,
    ...given,
  });

test("U15: a planning session with 35 cards makes one mail, in the morning", async () => {
  at("2026-03-02T13:00:00");
  for (let n = 1; n <= 35; n++) await assign(`Card ${n}`);
  await filled();
  expect(await mailBundles(services)).toBe(0);
  at("2026-03-03T06:59:00");
  expect(await mailBundles(services)).toBe(0);
  at("2026-03-03T07:00:00");
  expect(await mailBundles(services)).toBe(1);
  const sent = await mails("bundle");
  expect(sent.map(({ toEmail, subject }) => [toEmail, subject])).toEqual([
    [jo.email, "ACME project: 35 new in your inbox"],
  ]);
  expect(sent[0]?.data).toMatchObject({ count: 35, sections: [{ heading: "ACME project" }] });
});

test("R11: a hundred turns make one mail, and a morning without news makes none", async () => {
  for (let turn = 0; turn < 100; turn++) {
    kit.at = new Date(kit.at.getTime() + 60_000);
    expect(await mailBundles(services)).toBe(0);
  }
  at("2026-03-04T07:00:00");
  expect(await mailBundles(services)).toBe(0);
  expect(await mails("bundle")).toHaveLength(1);
});

test("R14: twenty restarts and two processes around eight o'clock make one mail, and so does a clock set back", async () => {
  await assign("Around eight");
  await filled();
  for (let restart = 0; restart < 20; restart++) {
    at(restart % 2 === 0 ? "2026-03-05T06:59:59" : "2026-03-05T07:00:01");
    const [one, other] = [
      openDatabase(server.login, () => undefined),
      openDatabase(server.login, () => undefined),
    ];
    await Promise.all([mailBundles({ database: one, kit }), mailBundles({ database: other, kit })]);
    await Promise.all([one.close(), other.close()]);
  }
  expect(await mails("bundle")).toHaveLength(2);
  await assign("After eight");
  await filled();
  at("2026-03-04T20:00:00");
  expect(await mailBundles(services)).toBe(0);
});

test("a mention leaves at once and is not told twice; quiet hours hold it until they end", async () => {
  at("2026-03-06T21:30:00");
  await database.maintenance.deleteFrom("mails").execute();
  await rhythm({ quietFrom: 22 * 60, quietTo: 7 * 60 });
  const { body: card } = await as(sam).post(`${project}/cards`, { title: "Late talk" });
  const subject = { kind: "card", id: card.id };
  await as(sam).post("/comments", { subject, body: "Jo?", mentions: [jo.id] });
  await filled();
  while ((await mailMentions(services)) > 0);
  expect((await mails("mention")).map(({ nextTryAt }) => nextTryAt.toISOString())).toEqual([
    "2026-03-07T06:00:00.000Z",
  ]);
  at("2026-03-07T07:00:00");
  await mailBundles(services);
  const [bundle] = await mails("bundle");
  expect(JSON.stringify(bundle?.data)).toContain("After eight");
  expect(JSON.stringify(bundle?.data)).not.toContain("Late talk");
});

test("off is off, from the page as from the mail, and what is read or muted is in no bundle", async () => {
  expect((await rhythm({ rhythm: "off" })).body).toMatchObject({ rhythm: "off", quietFrom: null });
  await assign("Unheard");
  await filled();
  at("2026-03-09T07:00:00");
  expect(await mailBundles(services)).toBe(0);
  expect((await rhythm({ rhythm: "four_hours" })).body.rhythm).toBe("four_hours");
  const [item] = (await as(jo).get("/inbox")).body.items;
  expect(item.thing.title).toBe("Unheard");
  await as(jo).post(`/inbox/${item.id}/read`);
  await as(jo).put("/mutes", { kind: "project", id: acme.id });
  await assign("Muted");
  await filled();
  at("2026-03-09T12:00:00");
  expect(await mailBundles(services)).toBe(0);
  expect(
    (await as(jo).put("/me/mail-rhythm", { rhythm: "daily", quietFrom: 1, quietTo: null, reminders: true }))
      .status,
  ).toBe(400);
});

test.each([
  ["daily", "2026-03-29T05:59:00Z", "2026-03-28T07:00:00.000Z"],
  ["daily", "2026-03-29T06:00:00Z", "2026-03-29T06:00:00.000Z"],
  ["weekly", "2026-03-29T12:00:00Z", "2026-03-23T07:00:00.000Z"],
  ["weekly", "2026-03-30T05:00:00Z", "2026-03-23T07:00:00.000Z"],
  ["four_hours", "2026-03-29T11:30:00Z", "2026-03-29T10:00:00.000Z"],
] as const)("the %s bundle before %s in Berlin was due at %s", (rhythmOf, now, slot) => {
  expect(latestSlot(rhythmOf, "Europe/Berlin", new Date(now)).toISOString()).toBe(slot);
});
