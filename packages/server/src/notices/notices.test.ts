import { expect, test } from "vitest";
import { tellPublications } from "../publications/tell-publications.ts";
import { type SeedContact, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit, database } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const { dana, lee } = await seedContacts(server);
await database.inWorkspace(seed.workspaceId, (tx) =>
  tx.updateTable("persons").set({ language: "de" }).where("id", "=", lee.id).execute(),
);
const plan = await publishedPlan(server, [
  { title: "Design approved", targetOn: "2026-03-13" },
  { title: "Site built", targetOn: "2026-03-27" },
]);
const [design = ""] = plan.ids;
await tellPublications(server);
const updates = "/portal/birch/acme/updates";
const notices = async (person = seed.sam): Promise<Loose[]> =>
  (await as(person).get(`/notices?projectId=${seed.acme.id}`)).body.items;
const preview = async () => (await sam.get(`${project}/publication-preview`)).body;
const mails = (publicationId: string) =>
  database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("dedupe", "like", `%${publicationId}%`)
    .orderBy("toEmail")
    .execute();
const moved = async (targetOn: string, more: object = {}) => {
  const { startOn, targetOn: before } = (await sam.get(`/milestones/${design}`)).body;
  const body = { targetOn, expected: { startOn, targetOn: before }, ...more };
  return sam.post(`/milestones/${design}/date-change`, body);
};

test("the draft gives old and new date with the reason, to each side in its own words", async () => {
  kit.at = new Date("2026-03-04T09:00:00Z");
  await moved("2026-03-23", { reasonCode: "client_input_late", reason: "Rosa was on holiday" });
  const { draft, team, recipients } = await preview();
  expect(draft.clientText).not.toContain("Rosa");
  expect(draft.clientText).toContain("Fri 13 Mar → Mon 23 Mar (");
  expect(draft.teamText).toContain(
    "M1 Design approved: Fri 13 Mar → Mon 23 Mar (client input late: Rosa was on holiday)",
  );
  expect(team.map(({ name }: Loose) => name)).toEqual(["Jo"]);
  expect(recipients.map(({ name }: Loose) => name)).toEqual(["Dana Reyes", "Lee Marsh"]);
});

test("of two processes that tell it, and of many tries, each person hears once", async () => {
  const { hash, last } = await preview();
  const words = { clientText: "", teamText: "", expectedHash: hash, expectedLast: last };
  const { body } = await sam.post(`${project}/publications`, words);
  expect((await notices())[0]).toMatchObject({ n: 2, recipients: [], mine: null });
  kit.at = new Date(kit.at.getTime() + 121_000);
  const told = await Promise.all(Array.from({ length: 10 }, () => tellPublications(server)));
  expect(told.reduce((sum, one) => sum + one)).toBe(1);
  const sent = await mails(body.id);
  expect(sent.map(({ kind, personId }) => [kind, personId])).toEqual(
    expect.arrayContaining([
      ["publication", dana.id],
      ["publication", lee.id],
      ["notice", seed.jo.id],
    ]),
  );
  expect(sent).toHaveLength(3);
  const german = sent.find(({ personId }) => personId === lee.id)?.data as Loose;
  expect(german.texts.join()).toContain("(Eingaben kamen später als geplant)");
  expect(JSON.stringify(sent.filter(({ kind }) => kind === "publication"))).not.toContain("holiday");
  const [notice] = await notices();
  expect(notice).toMatchObject({ acknowledged: 0 });
  expect(notice?.recipients.map(({ name, side }: Loose) => [name, side])).toEqual([
    ["Jo", "team"],
    ["Dana Reyes", "client"],
    ["Lee Marsh", "client"],
  ]);
});

test("a member acknowledges once, asks in the team's talk, and nobody else's receipt moves", async () => {
  const [{ id }] = (await notices()) as [Loose];
  expect((await as(seed.jo).post(`/notices/${id}/read`)).status).toBe(204);
  expect((await notices(seed.jo))[0]?.mine).toMatchObject({ acknowledgedAt: null });
  const { body } = await as(seed.jo).post(`/notices/${id}/acknowledge`);
  expect(body).toMatchObject({ acknowledged: 1, mine: { acknowledgedAt: expect.any(String) } });
  const again = await as(seed.jo).post(`/notices/${id}/acknowledge`);
  expect(again.body.mine).toEqual(body.mine);
  await as(seed.jo).post(`/notices/${id}/question`, { words: "Does M2 follow?" });
  const talk = await sam.get(`/comments?subject=project:${seed.acme.id}&audience=team`);
  expect(talk.body.items[0].body).toBe("About publication 2: Does M2 follow?");
  expect((await sam.post(`/notices/${id}/acknowledge`)).body.type).toContain("not-a-recipient");
  expect((await as(seed.gil).post(`/notices/${id}/acknowledge`)).status).toBe(404);
  expect(await notices(seed.gil)).toEqual([]);
  expect((await as(seed.kim).get(`/notices/${id}`)).status).toBe(404);
});

test("somebody of the client says without script that they have read it, or asks; looking alone does neither", async () => {
  const [{ id }] = (await notices()) as [Loose];
  const page = await signedIn(server, dana);
  const shown = await page.get(updates);
  expect(shown.body).toContain("I have read this");
  const mine = async (contact: SeedContact) =>
    (await notices())[0]?.recipients.find((one: Loose) => one.id === contact.id);
  expect(await mine(dana)).toMatchObject({ readAt: null, acknowledgedAt: null });
  const view = /data-view="([^"]+)"/.exec(shown.body)?.[1] ?? "";
  await server.app.inject({
    method: "POST",
    url: "/portal-seen",
    headers: { "content-type": "text/plain" },
    payload: view,
  });
  expect(await mine(dana)).toMatchObject({ readAt: expect.any(String), acknowledgedAt: null });
  const done = await page.post(updates, { do: "read", publication: id });
  expect([done.status, done.headers.location]).toEqual([303, `${updates}#plan-2`]);
  expect(await mine(dana)).toMatchObject({ acknowledgedAt: expect.any(String) });
  expect((await page.post(updates, { do: "ask", publication: id, words: " " })).status).toBe(400);
  await page.post(updates, { do: "ask", publication: id, words: "Does the launch hold?" });
  expect(await mine(dana)).toMatchObject({ question: "Does the launch hold?" });
  const talk = await sam.get(`/comments?subject=project:${seed.acme.id}&audience=client`);
  expect(talk.body.items[0].body).toBe("About plan 2: Does the launch hold?");
  const german = await signedIn(server, lee);
  expect((await german.get(updates)).body).toContain("Gelesen");
  expect((await german.post(updates, { do: "read", publication: seed.acme.id })).status).toBe(404);
  expect((await notices())[0]).toMatchObject({ acknowledged: 2 });
});

test("what was switched off is not mailed, and a mail that failed is listed for whoever may send it again", async () => {
  await as(seed.jo).put("/me/mails", { kind: "notice", on: false });
  await moved("2026-03-25");
  kit.at = new Date(kit.at.getTime() + 86_400_000);
  const made = await plan.publish();
  await tellPublications(server);
  await database.maintenance
    .updateTable("mails")
    .set({ state: "failed", lastError: "No such mailbox" })
    .where("dedupe", "=", `publication:${made.id}:${dana.id}`)
    .execute();
  const [{ recipients }] = (await notices()) as [Loose];
  const stateOf = (person: { id: string }) => recipients.find(({ id }: Loose) => id === person.id)?.mail;
  expect(stateOf(dana)).toMatchObject({ state: "failed", lastError: "No such mailbox" });
  expect((await notices(seed.jo))[0]?.recipients.map(({ mail }: Loose) => mail)).toEqual([null, null, null]);
});

test("R29: with no worker at work the client reads what was published, and the team sees that nobody was told", async () => {
  await moved("2026-03-26");
  const { id } = await plan.publish();
  kit.at = new Date(kit.at.getTime() + 121_000);
  const page = await signedIn(server, dana);
  expect((await page.get(updates)).body).toContain("Plan 4, published Thu 5 Mar by Sam");
  expect((await notices())[0]).toMatchObject({ id, n: 4, recipients: [], acknowledged: 0 });
  expect(await mails(id)).toEqual([]);
  await tellPublications(server);
  expect((await notices())[0]?.recipients).toHaveLength(3);
});
