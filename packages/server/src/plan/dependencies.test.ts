import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, kim } = seed;
const path = `/projects/${seed.acme.id}/dependencies`;

async function milestone(title: string): Promise<string> {
  return (await as(sam).post(`/projects/${seed.acme.id}/milestones`, { title })).body.id;
}
const brief = await milestone("Brief agreed");
const design = await milestone("Design approved");
const launch = await milestone("Site live");
const { body: card } = await as(sam).post(`/projects/${seed.acme.id}/cards`, { title: "Draw the home page" });

const m = (id: string) => ({ kind: "milestone", id });
const c = (id: string) => ({ kind: "card", id });

test("milestones and cards follow each other in four ways", async () => {
  const made = await as(sam).post(path, { from: m(brief), to: m(design) });
  expect(made).toMatchObject({
    status: 201,
    body: {
      kind: "FS",
      lagDays: 0,
      from: { kind: "milestone", ref: "ACME-M1", title: "Brief agreed" },
      to: { id: design },
    },
  });
  const lagged = await as(sam).post(path, { from: m(design), to: c(card.id), kind: "SS", lagDays: -2 });
  expect(lagged.body).toMatchObject({ kind: "SS", lagDays: -2, to: { kind: "card", ref: "ACME-1" } });
  const plan = await as(jo).get(`/projects/${seed.acme.id}/plan`);
  expect(plan.body.dependencies).toHaveLength(2);
});

test("what would wait for itself is refused by name", async () => {
  await as(sam).post(path, { from: m(design), to: m(launch) });
  const circle = await as(sam).post(path, { from: m(launch), to: m(brief) });
  expect(circle).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:dependency-cycle" } });
  expect(circle.body.detail).toContain("“Brief agreed”");
  const names = circle.body.facts.items.map((item: { ref: string }) => item.ref).sort();
  expect(names).toEqual(["ACME-M1", "ACME-M2", "ACME-M3"]);
  expect((await as(sam).post(path, { from: m(brief), to: m(brief) })).status).toBe(422);
});

test("cards that are done or put off cannot wait for each other either", async () => {
  const { body: board } = await as(sam).get(`/projects/${seed.acme.id}/board`);
  const done = board.columns.find((column: { category: string }) => column.category === "done").id;
  const make = async (title: string, place: object): Promise<string> =>
    (await as(sam).post(`/projects/${seed.acme.id}/cards`, { title, ...place })).body.id;
  const [first, second] = [await make("Paid", { columnId: done }), await make("Sent", { columnId: done })];
  const later = await make("Thanked", { place: "later" });
  await as(sam).post(path, { from: c(first), to: c(second) });
  await as(sam).post(path, { from: c(second), to: c(later) });
  for (const [from, to] of [
    [second, first],
    [later, first],
  ] as const) {
    const circle = await as(sam).post(path, { from: c(from), to: c(to) });
    expect(circle).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:dependency-cycle" } });
  }
});

test("two people at once cannot close a circle either", async () => {
  const [a, b] = [await milestone("Left"), await milestone("Right")];
  const answers = await Promise.all([
    as(sam).post(path, { from: m(a), to: m(b) }),
    as(seed.amara).post(path, { from: m(b), to: m(a) }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test("the same dependency is not kept twice", async () => {
  const twice = await as(sam).post(path, { from: m(brief), to: m(design) });
  expect(twice).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:dependency-exists" } });
});

test("a dependency is taken away by who leads", async () => {
  const made = await as(sam).post(path, { from: m(brief), to: m(launch), kind: "FF" });
  const one = `/dependencies/${made.body.id}`;
  expect((await as(jo).delete(one)).status).toBe(403);
  expect((await as(kim).delete(one)).status).toBe(404);
  const answers = await Promise.all([as(sam).delete(one), as(seed.amara).delete(one)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
});

test("A12: a dependency on another project's milestone is refused and its title never shown", async () => {
  const theirs = await as(kim).post(`/projects/${seed.baker.id}/milestones`, { title: "ZEBRA" });
  const foreign = await as(seed.other.owner).post(`/projects/${seed.other.project.id}/milestones`, {
    title: "ZEBRA",
  });
  for (const { body } of [theirs, foreign]) {
    for (const ends of [
      { from: m(body.id), to: m(launch) },
      { from: m(launch), to: m(body.id) },
    ]) {
      const answer = await as(seed.amara).post(path, ends);
      expect(answer.status).toBe(404);
      expect(JSON.stringify(answer.body)).not.toContain("ZEBRA");
    }
  }
  expect((await as(sam).post(path, { from: c(brief), to: m(launch) })).status).toBe(404);
});
