import { expect, test } from "vitest";
import { seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { carryOutChanges } from "./carry-out.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana, lee, mira } = await seedContacts(server);
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;
const page = "/portal/birch/acme/ask-more";

const launch = (
  await sam.post(`${at}/milestones`, { title: "Launch", targetOn: "2026-04-30", priceMinor: 100_000 })
).body;
await sam.post(`${at}/cards`, {
  title: "Build",
  milestoneId: launch.id,
  likely: 4_800,
  columnId: seed.acme.columns.todo,
});

const minutes = (count: number) => {
  kit.at = new Date(kit.at.getTime() + count * 60_000);
};
const changes = async (): Promise<Loose[]> => (await sam.get(`${at}/change-requests`)).body.items;
const estimate = { low: 480, likely: 2_400, high: 4_800, milestoneId: launch.id };

async function wish(title: string): Promise<Loose> {
  const phone = await signedIn(server, dana);
  const { status, headers } = await phone.post(page, { title, words: "For our guests from Spain." });
  expect([status, headers.location]).toEqual([303, `${page}?done=asked`]);
  return (await changes())[0];
}

const quote = (id: string, more: object = {}) =>
  sam.post(`/change-requests/${id}/quote`, {
    ...estimate,
    priceMinor: 50_000,
    words: "With a native speaker.",
    deciderIds: [dana.id],
    ...more,
  });

/** As the decision page leaves it behind, with the first answer or the second. */
async function decide(number: number, choice: "accept" | "leave"): Promise<void> {
  const { body } = await sam.get(`${at}/approvals`);
  const approval = body.items.find((each: Loose) => each.number === number);
  const phone = await signedIn(server, dana);
  const path = `/portal/birch/acme/decisions/${number}`;
  const shown = await phone.get(path);
  const hash = /name="hash" value="([0-9a-f]{64})"/.exec(shown.body)?.[1] ?? approval.hash;
  const sent = await phone.post(path, { verdict: "chosen", choice, hash });
  expect(sent.status).toBeLessThan(400);
}

test("a client asks for more from their page; nobody of another client reads it", async () => {
  const asked = await wish("A Spanish version");
  expect(asked).toMatchObject({
    title: "A Spanish version",
    state: "asked",
    askedByName: "Dana Reyes",
    quote: null,
  });
  const empty = await (await signedIn(server, dana)).post(page, { title: " ", words: "Typed with care" });
  expect([empty.status, empty.body.includes("Typed with care")]).toEqual([400, true]);
  expect((await (await signedIn(server, lee)).get(page)).body).toContain("A Spanish version");
  expect((await (await signedIn(server, mira)).get(page)).status).toBe(404);
  expect((await as(seed.gil).get(`${at}/change-requests`)).body.items).toEqual([]);
  expect((await as(seed.kim).get(`${at}/change-requests`)).status).toBe(404);
});

test("an estimate says what it does to the dates and writes nothing", async () => {
  const [asked] = await changes();
  await sam.post(`${at}/cards`, { title: "Test", milestoneId: launch.id, likely: 480 });
  await sam.post(`${at}/cards`, { title: "Texts", milestoneId: launch.id, likely: 480 });
  const { status, body } = await sam.post(`/change-requests/${asked.id}/effect`, estimate);
  expect(status).toBe(200);
  expect(body.milestones).toMatchObject([{ milestoneId: launch.id, title: "Launch" }]);
  expect(body.days).toBe(body.milestones[0].days);
  expect((await changes())[0].state).toBe("asked");
  expect((await as(seed.jo).post(`/change-requests/${asked.id}/effect`, estimate)).status).toBe(403);
});

test("accepted, it is a card, a price and a plan version; before the minutes are over it is nothing", async () => {
  const [asked] = await changes();
  const offered = await quote(asked.id);
  expect(offered.body).toMatchObject({ state: "quoted", quote: { priceMinor: 50_000, likely: 2_400 } });
  expect((await quote(asked.id)).status).toBe(422);
  expect((await as(seed.jo).get(`${at}/change-requests`)).body.items[0].quote.priceMinor).toBe(null);
  await decide(offered.body.quote.approvalNumber, "accept");
  minutes(4);
  await carryOutChanges(server);
  expect((await changes())[0].state).toBe("quoted");
  minutes(2);
  for (let turn = 0; turn < 3; turn++) await carryOutChanges(server);
  const [done] = await changes();
  expect(done).toMatchObject({ state: "accepted", planVersion: 1 });
  expect((await sam.get(`/milestones/${launch.id}`)).body.priceMinor).toBe(150_000);
  const cards = await database.maintenance
    .selectFrom("cards")
    .select(["title", "likely", "milestoneId"])
    .where("title", "=", "A Spanish version")
    .execute();
  expect(cards).toEqual([{ title: "A Spanish version", likely: 2_400, milestoneId: launch.id }]);
  expect((await (await signedIn(server, dana)).get(page)).body).toContain("it is part of plan version 1");
});

test("a no of either side changes nothing, and the record stays", async () => {
  const before = (await sam.get(`/milestones/${launch.id}`)).body.priceMinor;
  const first = await wish("A podcast");
  const offered = await quote(first.id);
  await decide(offered.body.quote.approvalNumber, "leave");
  minutes(6);
  await carryOutChanges(server);
  const second = await wish("A film");
  const no = await sam.post(`/change-requests/${second.id}/decline`, { answer: "We do no films." });
  expect(no.body.state).toBe("declined");
  expect((await sam.post(`/change-requests/${second.id}/decline`, { answer: "Again" })).status).toBe(409);
  expect((await changes()).map(({ title, state }) => [title, state])).toEqual([
    ["A film", "declined"],
    ["A podcast", "declined"],
    ["A Spanish version", "accepted"],
  ]);
  expect((await sam.get(`/milestones/${launch.id}`)).body.priceMinor).toBe(before);
  expect((await (await signedIn(server, dana)).get(page)).body).toContain("We do no films.");
});
