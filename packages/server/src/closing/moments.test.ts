import { expect, test } from "vitest";
import { seedContacts } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";
import { sendThanks } from "./send-thanks.ts";

const server = await testServer();
const { seed, as, kit, database } = server;
const { dana } = await seedContacts(server);
const { workspaceId, acme } = seed;
const plan = await publishedPlan(server, [
  { title: "Brief agreed", targetOn: "2026-03-04", priceMinor: 300_000 },
  { title: "Content ready", targetOn: "2026-03-12" },
]);
const [brief = "", content = ""] = plan.ids;
await database.inWorkspace(workspaceId, (tx) =>
  tx
    .updateTable("persons")
    .set({ createdAt: new Date("2026-01-01T09:00:00Z") })
    .where("workspaceId", "=", workspaceId)
    .execute(),
);
const moments = async (who = seed.jo) => (await as(who).get(`/projects/${acme.id}/moments`)).body.items;
const messages = async () =>
  (await as(seed.sam).get(`/projects/${acme.id}/messages`)).body.items.map(
    ({ title, body, authorName, audience }: Record<string, string>) => ({
      title,
      body,
      authorName,
      audience,
    }),
  );
const later = (minutes: number) => {
  kit.at = new Date(kit.at.getTime() + minutes * 60_000);
};

test("what is reached is a moment for each person, until they have seen it", async () => {
  expect(await moments()).toEqual([]);
  await plan.reach(brief, "2026-03-02");
  const [moment] = await moments();
  expect(moment).toMatchObject({
    milestoneId: brief,
    ref: "ACME-M1",
    title: "Brief agreed",
    reachedOn: "2026-03-02",
    agreedOn: "2026-03-04",
    before: null,
    next: { ref: "ACME-M2", title: "Content ready", on: "2026-03-12" },
    isLast: false,
    payment: null,
    mayThank: true,
  });
  const [seen] = await moments(seed.sam);
  expect(seen.payment).toEqual({ minor: 300_000, currency: "EUR" });
  expect(await moments()).toHaveLength(1);
  for (let n = 0; n < 3; n++)
    expect((await as(seed.jo).post(`/milestones/${brief}/moment-seen`)).status).toBe(204);
  expect(await moments()).toEqual([]);
  expect(await moments(seed.sam)).toHaveLength(1);
});

test("a milestone that is not reached has no moment that could be used up", async () => {
  await as(seed.sam).post(`/milestones/${content}/moment-seen`);
  await plan.reach(content, "2026-03-02");
  expect((await moments(seed.sam)).map(({ milestoneId }: { milestoneId: string }) => milestoneId)).toContain(
    content,
  );
});

test("what was reached long ago, or before somebody came, is news to nobody", async () => {
  const now = kit.at;
  later(46 * 24 * 60);
  expect(await moments(seed.sam)).toEqual([]);
  kit.at = now;
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .updateTable("persons")
      .set({ createdAt: new Date(now.getTime() + 60_000) })
      .where("id", "=", seed.ada.id)
      .execute(),
  );
  expect(await moments(seed.ada)).toEqual([]);
});

test("the client is thanked in their language, once, when nothing can be taken back any more", async () => {
  await database.inWorkspace(workspaceId, (tx) =>
    tx.updateTable("persons").set({ language: "de" }).where("id", "=", dana.id).execute(),
  );
  const { body: draft } = await as(seed.jo).get(`/milestones/${brief}/thanks`);
  expect(draft).toMatchObject({ state: "offered", language: "de", revision: 0 });
  expect(draft.readers).toEqual(["Dana Reyes", "Lee Marsh"]);
  expect(draft.words).toContain("Guten Tag Dana Reyes,\n\n„Brief agreed“ ist erreicht. Vielen Dank");
  const { status, body: written } = await as(seed.jo).post(`/milestones/${brief}/thanks`, {
    words: "Guten Tag, vielen Dank!",
  });
  expect([status, written.state, written.revision]).toEqual([201, "waiting", 1]);
  expect((await as(seed.sam).post(`/milestones/${brief}/thanks`, { words: "Thanks" })).status).toBe(409);
  expect(
    (await moments(seed.sam)).find((one: { milestoneId: string }) => one.milestoneId === brief),
  ).toMatchObject({ mayThank: false });
  const old = await as(seed.jo).patch(
    `/milestones/${brief}/thanks`,
    { words: "Danke" },
    { "if-match": '"r9"' },
  );
  expect([old.status, old.body.facts?.current?.words ?? old.body.current?.words]).toEqual([
    412,
    "Guten Tag, vielen Dank!",
  ]);
  const changed = await as(seed.jo).patch(
    `/milestones/${brief}/thanks`,
    { words: "Vielen herzlichen Dank!" },
    { "if-match": '"r1"' },
  );
  expect(changed.body.revision).toBe(2);
  await sendThanks(server);
  expect(await messages()).toEqual([]);
  later(6);
  await Promise.all(Array.from({ length: 5 }, () => sendThanks(server)));
  await sendThanks(server);
  expect(await messages()).toEqual([
    {
      title: "Vielen Dank: Brief agreed",
      body: "Vielen herzlichen Dank!",
      authorName: "Jo",
      audience: "client",
    },
  ]);
  const { body: sent } = await as(seed.jo).get(`/milestones/${brief}/thanks`);
  expect([sent.state, sent.words]).toEqual(["sent", "Vielen herzlichen Dank!"]);
  expect((await as(seed.jo).delete(`/milestones/${brief}/thanks`)).status).toBe(409);
});

test("a decision that is taken back keeps the thanks, and they can be taken back too", async () => {
  await as(seed.sam).post(`/milestones/${content}/thanks`, { words: "Thank you." });
  const state = (to: string) =>
    database.inWorkspace(workspaceId, (tx) =>
      tx.updateTable("milestones").set({ state: to }).where("id", "=", content).execute(),
    );
  await state("submitted");
  later(60);
  await sendThanks(server);
  expect(await messages()).toHaveLength(1);
  expect((await as(seed.sam).delete(`/milestones/${content}/thanks`)).status).toBe(204);
  await state("accepted");
  await sendThanks(server);
  expect(await messages()).toHaveLength(1);
});
