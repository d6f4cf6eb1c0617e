import { expect, test } from "vitest";
import { openDatabase } from "../db/database.ts";
import { fillInboxes } from "../inbox/fill-inboxes.ts";
import { browser, seedContacts } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { runDaySwitches } from "./day-switches.ts";
import { makeRecurringCards } from "./make-cards.ts";
import { runSwitches } from "./run-switches.ts";

const server = await testServer();
const { database, kit, seed, as, login } = server;
const [sam, jo, gil, kim] = [as(seed.sam), as(seed.jo), as(seed.gil), as(seed.kim)];
const { dana } = await seedContacts(server);
const { columns } = seed.acme;
const project = `/projects/${seed.acme.id}`;
const list = `${project}/switches`;

/** The worker has been there before anything happens. */
await runSwitches(server);

/** Two processes at once, until nothing is left to follow. */
async function turn(): Promise<void> {
  const second = { kit, database: openDatabase(login, () => undefined) };
  for (let again = true; again; ) {
    const [mine, theirs] = await Promise.all([runSwitches(server), runSwitches(second)]);
    again = mine + theirs > 0;
  }
  await Promise.all([runDaySwitches(server), runDaySwitches(second)]);
  await second.database.close();
  kit.at = new Date(kit.at.getTime() + 1_000);
  while ((await fillInboxes(server)) > 0);
}

const one = async (code: string): Promise<Loose> =>
  (await jo.get(list)).body.items.find((each: Loose) => each.code === code);

async function set(code: string, wanted: { on: boolean; days?: number }, expected?: object) {
  const { on, days } = await one(code);
  return sam.put(`${list}/${code}`, { days, ...wanted, expected: expected ?? { on, days } });
}

/** Switched on for this act and what follows from it alone. */
async function withSwitch(code: string, wanted: { days?: number }, act: () => Promise<void>): Promise<void> {
  expect((await set(code, { on: true, ...wanted })).status).toBe(200);
  await act();
  expect((await set(code, { on: false })).status).toBe(200);
}

const make = async (title: string, more: object = {}): Promise<Loose> =>
  (await jo.post(`${project}/cards`, { title, ...more })).body;
const card = async (id: string): Promise<Loose> => (await sam.get(`/cards/${id}`)).body;
const move = (id: string, from: string, to: string) =>
  jo.post(`/cards/${id}/move`, { columnId: to, expected: { columnId: from } });

/** What Milepost did to a thing, in order. */
const byItself = async (id: string): Promise<Loose[]> =>
  database.maintenance
    .selectFrom("events")
    .select(["verb", "data"])
    .where("subjectId", "=", id)
    .where("actorId", "=", seed.workspaceId)
    .orderBy("position")
    .execute();

const inbox = async (who: typeof sam, id: string): Promise<string[]> =>
  (await who.get("/inbox")).body.items
    .filter((item: Loose) => item.thing.id === id)
    .map((item: Loose) => item.what);

/** Everything that any switch looks for, in one project. */
async function occasions(): Promise<string[]> {
  const ticked = await make("Ticked");
  const { body } = await jo.post(`/cards/${ticked.id}/items`, { texts: ["One"] });
  await jo.post(`/items/${body.items[0].id}/tick`, { done: true, expected: false });
  const begun = await make("Begun");
  await move(begun.id, columns.todo, columns.doing);
  const blocked = await make("Blocked");
  await jo.put(`/cards/${blocked.id}/blocked`, { reason: "No key" });
  const due = await make("Due", { dueOn: "2026-03-03", people: [seed.jo.id] });
  const done = await make("Done");
  await move(done.id, columns.todo, columns.done);
  return [ticked, begun, blocked, due, done].map(({ id }) => id);
}

test("while all are off nothing happens by itself, however many days pass, and what was is not made up for", async () => {
  const before = kit.at;
  expect((await jo.get(list)).body.items.map(({ on }: Loose) => on)).toEqual(Array(10).fill(false));
  const cards = await occasions();
  await turn();
  kit.at = new Date("2026-05-04T09:00:00Z");
  await turn();
  kit.at = before;
  for (const id of cards) expect(await byItself(id)).toEqual([]);
  await withSwitch("items_done", {}, turn);
  for (const id of cards) expect(await byItself(id)).toEqual([]);
  for (const id of cards) await jo.post(`/cards/${id}/archive`);
});

test("who leads switches on, everybody on the project reads who did and when, and nobody switches over another", async () => {
  expect((await set("blocked", { on: true, days: 4 })).status).toBe(200);
  expect(await one("blocked")).toMatchObject({ on: true, days: 4, by: "Sam", last: null });
  const seen = { on: false, days: 3 };
  expect((await set("blocked", { on: true, days: 5 }, seen)).status).toBe(409);
  expect((await set("blocked", { on: true, days: 0 })).status).toBe(400);
  expect((await sam.put(`${list}/items_done`, { on: true, days: 3, expected: seen })).status).toBe(400);
  const wish = { on: false, days: 4, expected: { on: true, days: 4 } };
  const refused = await Promise.all([jo, gil, kim].map((each) => each.put(`${list}/blocked`, wish)));
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 404]);
  expect((await gil.get(list)).status).toBe(403);
  const days = [5, 6].map((each) => set("blocked", { on: true, days: each }, { on: true, days: 4 }));
  expect((await Promise.all(days)).map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await set("blocked", { on: false })).status).toBe(200);
  expect(await one("blocked")).toMatchObject({ on: false, days: 3, by: null, since: null });
  const both = [1, 2].map(() => set("blocked", { on: true, days: 4 }, seen));
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await set("blocked", { on: false })).status).toBe(200);
});

test("a card goes to Done with the last line of its checklist, by Milepost, once a tick", async () => {
  await withSwitch("items_done", {}, async () => {
    const { id } = await make("Checked");
    const { items } = (await jo.post(`/cards/${id}/items`, { texts: ["One", "Two"] })).body;
    const tick = (at: number, done: boolean) =>
      jo.post(`/items/${items[at].id}/tick`, { done, expected: !done });
    await tick(0, true);
    await turn();
    expect((await card(id)).columnId).toBe(columns.todo);
    await tick(1, true);
    await turn();
    expect(await card(id)).toMatchObject({ columnId: columns.done, doneAt: expect.any(String) });
    expect(await byItself(id)).toMatchObject([{ verb: "card.moved", data: { bySwitch: "items_done" } }]);
    expect(await one("items_done")).toMatchObject({ last: { thing: { kind: "card", title: "Checked" } } });
    // Whoever takes it back has the last word, until something is ticked again.
    await move(id, columns.done, columns.doing);
    await turn();
    expect((await card(id)).columnId).toBe(columns.doing);
    await tick(1, false);
    await tick(1, true);
    await turn();
    expect((await card(id)).columnId).toBe(columns.done);
  });
});

test("whoever begins a card that nobody is on is on it, and is not told of what they did", async () => {
  await withSwitch("started_without_people", {}, async () => {
    const { id } = await make("Nobody's");
    const taken = await make("Gil's", { people: [seed.gil.id] });
    await move(id, columns.todo, columns.doing);
    await move(taken.id, columns.todo, columns.doing);
    await turn();
    expect((await card(id)).people).toEqual([seed.jo.id]);
    expect((await card(taken.id)).people).toEqual([seed.gil.id]);
    expect(await inbox(jo, id)).toEqual([]);
    await jo.put(`/cards/${id}/people`, { remove: [seed.jo.id] });
    await turn();
    expect((await card(id)).people).toEqual([]);
  });
});

test("who works on a card is asked for the estimate that it has begun without, until there is one", async () => {
  await withSwitch("started_without_estimate", {}, async () => {
    const { id } = await make("Unknown", { people: [seed.jo.id] });
    const known = await make("Known", { people: [seed.jo.id], likely: 60 });
    await move(id, columns.todo, columns.doing);
    await move(known.id, columns.todo, columns.doing);
    await turn();
    expect(await inbox(jo, id)).toEqual(["It has begun without an estimate: how much work is it?"]);
    expect(await inbox(jo, known.id)).not.toContain("It has begun without an estimate: how much work is it?");
    await jo.put(`/cards/${id}/estimate`, { low: null, likely: 90, high: null });
    await turn();
    expect(await inbox(jo, id)).toEqual([]);
  });
});

test("the lead hears of a card that is blocked for so many working days, once, and again when it is blocked anew", async () => {
  // Thursday: Friday and Monday are the two working days after it.
  kit.at = new Date("2026-03-05T10:00:00Z");
  await withSwitch("blocked", { days: 2 }, async () => {
    const { id } = await make("Stuck", { people: [seed.jo.id] });
    const block = (reason: string | null) => jo.put(`/cards/${id}/blocked`, { reason });
    await block("No key");
    kit.at = new Date("2026-03-08T10:00:00Z");
    await turn();
    expect(await inbox(sam, id)).toEqual([]);
    kit.at = new Date("2026-03-09T08:00:00Z");
    await block("Still no key");
    await turn();
    await turn();
    expect(await inbox(sam, id)).toEqual(["Blocked for 2 working days"]);
    expect(await byItself(id)).toHaveLength(1);
    await block(null);
    await turn();
    expect(await inbox(sam, id)).toEqual([]);
    await block("No door");
    kit.at = new Date("2026-03-11T10:00:00Z");
    await turn();
    expect(await byItself(id)).toHaveLength(2);
  });
});

test("people hear of what is due on the next working day and not begun, and of what they begun and left", async () => {
  // Friday: what is due on Monday is next.
  kit.at = new Date("2026-03-13T08:00:00Z");
  expect((await set("doing_untouched", { on: true, days: 1 })).status).toBe(200);
  await withSwitch("due_not_begun", {}, async () => {
    const due = await make("Due on Monday", { dueOn: "2026-03-16", people: [seed.jo.id] });
    const nobodys = await make("Nobody's, on Sunday", { dueOn: "2026-03-15" });
    const later = await make("Due on Tuesday", { dueOn: "2026-03-17", people: [seed.jo.id] });
    const begun = await make("Begun", { dueOn: "2026-03-16", people: [seed.jo.id] });
    await move(begun.id, columns.todo, columns.doing);
    await turn();
    const words = "Due on the next working day, and not begun";
    expect(await inbox(jo, due.id)).toEqual([words]);
    expect(await inbox(sam, nobodys.id)).toEqual([words]);
    for (const { id } of [later, begun]) expect(await byItself(id)).toEqual([]);
    kit.at = new Date("2026-03-16T08:00:00Z");
    await turn();
    await turn();
    expect(await inbox(jo, begun.id)).toEqual(["Begun, and nothing has changed for a working day"]);
    expect(await byItself(begun.id)).toHaveLength(1);
    expect(await byItself(due.id)).toHaveLength(1);
  });
  await set("doing_untouched", { on: false });
});

test("what is done goes to the archive after its days, and stays where somebody brings it back", async () => {
  kit.at = new Date("2026-04-01T08:00:00Z");
  await withSwitch("done_archived", { days: 3 }, async () => {
    const { id } = await make("Over");
    await move(id, columns.todo, columns.done);
    kit.at = new Date("2026-04-03T08:00:00Z");
    await turn();
    expect((await card(id)).archivedAt).toBeNull();
    kit.at = new Date("2026-04-04T08:00:00Z");
    await turn();
    expect((await card(id)).archivedAt).not.toBeNull();
    await jo.post(`/cards/${id}/unarchive`);
    await turn();
    expect((await card(id)).archivedAt).toBeNull();
  });
});

async function milestone(title: string): Promise<Loose> {
  const { body } = await sam.post(`${project}/milestones`, {
    title,
    ownerId: seed.jo.id,
    clientApproval: true,
  });
  await database.maintenance
    .updateTable("milestones")
    .set({ state: "active" })
    .where("id", "=", body.id)
    .execute();
  return (await sam.post(`/milestones/${body.id}/criteria`, { text: "Handed over" })).body;
}

test("the owner is offered to ask for approval when all of Done when is met; nothing is sent", async () => {
  await withSwitch("criteria_met", {}, async () => {
    const { id, criteria } = await milestone("Shop online");
    const mails = () => database.maintenance.selectFrom("mails").select("id").execute();
    const before = await mails();
    const answer = (given: string, expected: string | null) =>
      sam.post(`/criteria/${criteria[0].id}/answer`, { answer: given, expected });
    await answer("not_met", null);
    await turn();
    expect(await byItself(id)).toEqual([]);
    await answer("met", "not_met");
    await turn();
    expect(await inbox(jo, id)).toEqual([
      "All of its “Done when” is met: you can ask the client for approval",
    ]);
    expect(await mails()).toEqual(before);
    await answer("not_met", "met");
    await turn();
    expect(await inbox(jo, id)).not.toContain(
      "All of its “Done when” is met: you can ask the client for approval",
    );
  });
});

test("the done cards of a milestone go to the archive when it is reached", async () => {
  await withSwitch("milestone_reached", {}, async () => {
    const { id, criteria } = await milestone("Reached");
    const done = await make("Done for it", { milestoneId: id });
    const other = await make("Done for another");
    for (const each of [done, other]) await move(each.id, columns.todo, columns.done);
    await sam.post(`/criteria/${criteria[0].id}/answer`, { answer: "met", expected: null });
    await database.maintenance
      .updateTable("milestones")
      .set({ clientApproval: false, state: "submitted" })
      .where("id", "=", id)
      .execute();
    const reached = await jo.post(`/milestones/${id}/moves`, { expected: "submitted", to: "accepted" });
    expect([reached.status, reached.body.detail]).toEqual([200, undefined]);
    await turn();
    expect((await card(done.id)).archivedAt).not.toBeNull();
    expect((await card(other.id)).archivedAt).toBeNull();
    expect(await one("milestone_reached")).toMatchObject({ last: { thing: { kind: "milestone" } } });
  });
});

test("cards that wait for the client go on when the last thing that was asked has an answer", async () => {
  await withSwitch("request_answered", {}, async () => {
    const { id } = await milestone("Photos");
    const waits = await make("Crop photos", { milestoneId: id });
    const stuck = await make("Upload photos", { milestoneId: id });
    await jo.put(`/cards/${waits.id}/blocked`, { reason: "Photos", byClient: true });
    await jo.put(`/cards/${stuck.id}/blocked`, { reason: "No server" });
    kit.mail = { ...kit.mail, configured: false };
    const ask = async (title: string) => {
      const wanted = { title, kind: "access", contactId: dana.id, milestoneId: id };
      const request = (await sam.post(`${project}/client-requests`, wanted)).body;
      await sam.post(`/client-requests/${request.id}/ask`);
      const { body } = await sam.post(`/client-requests/${request.id}/handed-over-link`);
      return String(body.url).slice(kit.baseUrl.length);
    };
    const answer = async (path: string) =>
      expect((await browser(server).post(path, { words: "Here", do: "send" })).status).toBe(303);
    const paths = [await ask("Photos of the shop"), await ask("Photos of the team")];
    await answer(paths[0] ?? "");
    await turn();
    expect((await card(waits.id)).blocked).toBe(true);
    await answer(paths[1] ?? "");
    await turn();
    expect((await card(waits.id)).blocked).toBe(false);
    expect((await card(stuck.id)).blocked).toBe(true);
  });
});

test("with all of them on, what one did sets off no other, and a project at rest is left alone", async () => {
  kit.at = new Date("2026-06-01T08:00:00Z");
  for (const { code } of (await sam.get(list)).body.items) await set(code, { on: true });
  const { id } = await make("Begun by tick");
  await move(id, columns.todo, columns.doing);
  const { items } = (await jo.post(`/cards/${id}/items`, { texts: ["Only"] })).body;
  await jo.post(`/items/${items[0].id}/tick`, { done: true, expected: false });
  for (let again = 0; again < 5; again++) await turn();
  const done = (await byItself(id)).map(({ verb, data }) => `${verb} ${data.bySwitch}`);
  expect(done).toEqual([
    "card.assigned started_without_people",
    "card.toldOf started_without_estimate",
    "card.moved items_done",
  ]);
  // What Milepost makes by itself is nobody's beginning.
  const rhythm = { cadence: "workdays", everyDays: null, startsOn: "2026-06-01", at: "09:00", endsOn: null };
  const wish = { content: { title: "Backups" }, columnId: columns.doing, paused: false, ...rhythm };
  kit.at = new Date("2026-06-02T05:00:00Z");
  expect((await jo.post(`${project}/recurring-cards`, wish)).status).toBe(201);
  kit.at = new Date("2026-06-02T08:00:00Z");
  await makeRecurringCards(server);
  await turn();
  const { cards } = (await jo.get(`${project}/board`)).body;
  const made = cards.find(({ title }: Loose) => title === "Backups");
  expect((await byItself(made.id)).map(({ verb }) => verb)).toEqual(["card.created"]);
  await database.maintenance
    .updateTable("projects")
    .set({ pausedAt: kit.at })
    .where("id", "=", seed.acme.id)
    .execute();
  const resting = await occasions();
  await turn();
  for (const each of resting) expect(await byItself(each)).toEqual([]);
});
