import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

/** Monday 2 March 2026. */
const server = await testServer();
const { seed, as } = server;
const { sam, jo, amara, gil, kim } = seed;
const project = `/projects/${seed.acme.id}`;
const path = `${project}/time`;

const milestone = async (title: string, targetOn: string) =>
  (await as(sam).post(`${project}/milestones`, { title, targetOn })).body;
const card = async (title: string, more: object = {}) =>
  (await as(sam).post(`${project}/cards`, { title, ...more })).body;
const book = (cardId: string, who: typeof sam, onDate: string, minutes: number) =>
  as(who).post(`/cards/${cardId}/time`, { onDate, minutes, note: "Confidential" });

const launch = await milestone("Site live", "2026-06-26");
const design = await milestone("Design approved", "2026-05-28");
const draw = await card("Draw", { milestoneId: design.id, likely: 240 });
const colour = await card("Choose colours", { milestoneId: design.id, likely: 60 });
const copy = await card("Write the copy", { milestoneId: launch.id, likely: 480 });
const call = await card("Call Dana");
await book(draw.id, jo, "2026-03-02", 200);
await book(draw.id, sam, "2026-03-09", 100);
await book(call.id, jo, "2026-03-08", 30);

test("hours stand against estimates by milestone in the order of their dates, cards with the most first", async () => {
  const { status, body } = await as(sam).get(path);
  expect(status).toBe(200);
  expect(body).toMatchObject({ estimated: 780, worked: 330, asked: 330 });
  expect(body.milestones).toMatchObject([
    {
      milestone: { ref: design.ref, title: "Design approved", isReached: false },
      estimated: 300,
      worked: 300,
      cards: [{ ref: draw.ref, estimated: 240, worked: 300, isDone: false }],
      untouched: 1,
    },
    { milestone: { title: "Site live" }, estimated: 480, worked: 0, cards: [], untouched: 1 },
    { milestone: null, estimated: 0, worked: 30, cards: [{ title: "Call Dana", estimated: null }] },
  ]);
  expect(JSON.stringify(body)).not.toContain("Confidential");
});

test("weeks run from Monday to Sunday, each with who worked how much", async () => {
  const { body } = await as(sam).get(path);
  expect(body.weeks).toEqual([
    { weekOn: "2026-03-02", minutes: 230, people: [{ personId: jo.id, minutes: 230 }] },
    { weekOn: "2026-03-09", minutes: 100, people: [{ personId: sam.id, minutes: 100 }] },
  ]);
  expect(body.people).toEqual([
    { id: jo.id, name: "Jo", minutes: 230 },
    { id: sam.id, name: "Sam", minutes: 100 },
  ]);
});

test("what is asked for of a week and a person stands beside the whole, which estimates are held against", async () => {
  const { body } = await as(sam).get(`${path}?from=2026-03-02&to=2026-03-08&personId=${jo.id}`);
  expect(body).toMatchObject({ estimated: 780, worked: 330, asked: 230 });
  expect(body.milestones[0]).toMatchObject({ worked: 300, asked: 200 });
  expect(body.weeks).toHaveLength(1);
  expect((await as(sam).get(`${path}?from=2026-03-08&to=2026-03-02`)).status).toBe(400);
});

test("owner and whoever leads read it; members and guests see the project and not this, others no project", async () => {
  expect((await as(amara).get(path)).status).toBe(200);
  for (const who of [jo, gil]) {
    expect((await as(who).get(path)).status).toBe(403);
    expect((await as(who).get(`${path}/file`)).status).toBe(403);
  }
  expect((await as(kim).get(path)).status).toBe(404);
});

test("as a file: one line a card, estimated ones without a minute too", async () => {
  const { body } = await as(sam).get(`${path}/file?to=2026-03-08`);
  const lines = body.trim().split("\r\n");
  expect(lines).toHaveLength(5);
  expect(lines[1]).toBe(`${design.ref},Design approved,${draw.ref},Draw,no,4.00,5.00,3.33`);
  expect(lines[3]).toBe(`${launch.ref},Site live,${copy.ref},Write the copy,no,8.00,0.00,0.00`);
});

test("what is in the trash counts nowhere, what was put away undone only if somebody worked on it", async () => {
  await as(sam).delete(`/cards/${colour.id}`);
  await as(sam).post(`/cards/${copy.id}/archive`, {});
  await as(sam).post(`/cards/${draw.id}/archive`, {});
  expect((await as(sam).get(path)).body).toMatchObject({ estimated: 240, worked: 330 });
});
