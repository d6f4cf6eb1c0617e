import { beforeAll, expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const sam = as(seed.sam);
const none = { low: null, likely: null, high: null };
const load = async (who: typeof seed.jo, query = "") => (await as(who).get(`/workload${query}`)).body;
const rowOf = (view: Loose, { id }: { id: string }) => view.people.find((person: Loose) => person.id === id);

async function work(lead: typeof seed.jo, projectId: string, title: string, hours: number): Promise<string> {
  const dates = { startOn: "2026-03-02", targetOn: "2026-03-13" };
  const path = `/projects/${projectId}`;
  const milestone = (await as(lead).post(`${path}/milestones`, { title: `${title} ready`, ...dates })).body;
  const wish = { title, milestoneId: milestone.id };
  const card = (await as(lead).post(`${path}/cards`, wish)).body;
  const estimate = { ...none, likely: hours * 60 };
  await as(lead).put(`/cards/${card.id}/estimate`, { ...estimate, expected: none });
  await as(lead).put(`/cards/${card.id}/people`, { add: [seed.jo.id] });
  return card.id;
}

let cardId = "";
beforeAll(async () => {
  cardId = await work(seed.sam, seed.acme.id, "Write the copy", 20);
  await as(seed.amara).put(`/projects/${seed.baker.id}/members/${seed.jo.id}`, { role: "member" });
  await work(seed.kim, seed.baker.id, "Bake the ZEBRA cake", 6);
});

test("a person's weeks say what is planned of what there is time for, with the cards in it", async () => {
  const view = await load(seed.amara, "?weeks=3");
  expect(view).toMatchObject({ today: "2026-03-02", weeks: ["2026-03-02", "2026-03-09", "2026-03-16"] });
  expect(view.people.map(({ name }: Loose) => name)).toEqual(["Ada", "Amara", "Gil", "Jo", "Kim", "Sam"]);
  const [week] = rowOf(view, seed.jo).cells;
  expect(week).toMatchObject({ capacity: 2400, planned: 1560, over: 0, away: 0, otherWork: 0 });
  expect(week.cards[0]).toEqual({ cardId, minutes: 1200, late: 0 });
  expect(view.cards[0]).toMatchObject({
    title: "Write the copy",
    milestone: { title: "Write the copy ready" },
  });
});

test("of a project that the reader does not see only the time is said", async () => {
  const view = await load(seed.sam);
  expect(rowOf(view, seed.jo).cells[0]).toMatchObject({ planned: 1560, otherWork: 360 });
  expect(JSON.stringify(view)).not.toMatch(/ZEBRA|BAKER/);
});

test("a guest is told of nobody else", async () => {
  await sam.put(`/cards/${cardId}/people`, { add: [seed.gil.id] });
  const view = await load(seed.gil);
  expect(view.people.map(({ name }: Loose) => name)).toEqual(["Gil"]);
  expect(JSON.stringify(view)).not.toMatch(/ZEBRA|BAKER/);
  await sam.put(`/cards/${cardId}/people`, { remove: [seed.gil.id] });
});

test("part-time, leave and half of the time elsewhere show the overbooking, never the reasons", async () => {
  const part = [[540, 780]];
  await as(seed.jo).post("/work-patterns", {
    week: [part, part, part, part, [], [], []],
    fromOn: "2026-03-09",
  });
  await as(seed.jo).post("/days-off", { fromOn: "2026-03-03", toOn: "2026-03-06", reason: "operation" });
  await as(seed.jo).post("/allocations", { percent: 50, label: "University", detail: "Thesis" });
  const view = await load(seed.amara, "?weeks=2");
  const cells = rowOf(view, seed.jo).cells;
  expect(cells.map(({ capacity, away }: Loose) => [capacity, away])).toEqual([
    [240, 960],
    [480, 0],
  ]);
  expect(cells.reduce((sum: number, { over }: Loose) => sum + over, 0)).toBe(1560 - 240 - 480);
  expect(JSON.stringify(view)).not.toMatch(/operation|Thesis/);
});

test("weeks ahead begin where the reader looks, and what is in the archive asks for nothing", async () => {
  expect((await load(seed.amara, "?from=2026-04-01&weeks=2")).weeks).toEqual(["2026-03-30", "2026-04-06"]);
  expect((await load(seed.amara, "?from=2020-01-01&weeks=1")).weeks).toEqual(["2026-03-02"]);
  await as(seed.kim).post(`/projects/${seed.baker.id}/archive`);
  const planned = rowOf(await load(seed.amara, "?weeks=2"), seed.jo).cells.map(
    ({ planned }: Loose) => planned,
  );
  expect(planned[0] + planned[1]).toBe(1200);
});
