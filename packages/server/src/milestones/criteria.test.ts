import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo, gil } = seed;
const { body: milestone } = await as(sam).post(`/projects/${seed.acme.id}/milestones`, {
  title: "Copy approved",
});
const criteria = `/milestones/${milestone.id}/criteria`;

async function add(text: string, after?: string | null) {
  const { body } = await as(sam).post(criteria, after === undefined ? { text } : { text, after });
  return body.criteria.find((one: { text: string }) => one.text === text);
}

test("criteria stand in the order they are put", async () => {
  const first = await add("All pages have copy");
  await add("Legal has read it");
  await add("Headlines first", null);
  const last = await add("Pictures chosen", first.id);
  const { body } = await as(jo).get(`/milestones/${milestone.id}`);
  expect(body.criteria.map((one: { text: string }) => one.text)).toEqual([
    "Headlines first",
    "All pages have copy",
    "Pictures chosen",
    "Legal has read it",
  ]);
  expect((await as(sam).delete(`/criteria/${last.id}`)).status).toBe(204);
  expect((await as(sam).delete(`/criteria/${last.id}`)).status).toBe(404);
});

test("an answer says who, when and on what evidence", async () => {
  const one = await add("Menu is translated");
  const answered = await as(jo).post(`/criteria/${one.id}/answer`, {
    answer: "met",
    expected: null,
    evidence: "See page 3",
  });
  expect(answered.status).toBe(200);
  expect(answered.body.criteria.find((each: { id: string }) => each.id === one.id)).toMatchObject({
    answer: "met",
    answeredBy: jo.id,
    answeredAt: "2026-03-02T09:00:00.000Z",
    evidence: "See page 3",
  });
});

test("of two answers at once the second learns of the first", async () => {
  const one = await add("Fonts are licensed");
  await as(jo).post(`/criteria/${one.id}/answer`, { answer: "met", expected: null });
  const late = await as(sam).post(`/criteria/${one.id}/answer`, { answer: "not_met", expected: null });
  expect(late).toMatchObject({ status: 409, body: { facts: { answer: "met", by: jo.id } } });
});

test("new words are asked again", async () => {
  const one = await add("Site is fast");
  await as(jo).post(`/criteria/${one.id}/answer`, { answer: "met", expected: null });
  const changed = await as(sam).patch(
    `/criteria/${one.id}`,
    { text: "Pages load in 1 s" },
    { "if-match": '"r2"' },
  );
  expect(changed.body.criteria.find((each: { id: string }) => each.id === one.id)).toMatchObject({
    text: "Pages load in 1 s",
    answer: null,
    answeredBy: null,
  });
  expect((await as(sam).patch(`/criteria/${one.id}`, { text: "Y" }, { "if-match": '"r2"' })).status).toBe(
    412,
  );
});

test("a removed criterion comes back with its place and its answer", async () => {
  const page = async () => (await as(jo).get(`/milestones/${milestone.id}`)).body.criteria;
  const one = await add("Printers are told", null);
  await as(jo).post(`/criteria/${one.id}/answer`, {
    answer: "met",
    expected: null,
    evidence: "Mail of Monday",
  });
  const before = await page();
  await as(sam).delete(`/criteria/${one.id}`);
  const restore = () => as(sam).post(`${criteria}/restore`, { criterionId: one.id });
  const [back, again] = [await restore(), await restore()];
  expect([back.status, again.status]).toEqual([200, 200]);
  expect(back.body.criteria).toEqual(before);
  expect(await page()).toEqual(before);
  const never = await as(sam).post(`${criteria}/restore`, { criterionId: milestone.id });
  expect(never.status).toBe(404);
  expect((await as(jo).post(`${criteria}/restore`, { criterionId: one.id })).status).toBe(403);
});

test("members answer, leads decide what is asked, guests do neither", async () => {
  const one = await add("Shop is open");
  expect((await as(jo).post(criteria, { text: "X" })).status).toBe(403);
  expect((await as(jo).delete(`/criteria/${one.id}`)).status).toBe(403);
  expect((await as(gil).post(`/criteria/${one.id}/answer`, { answer: "met", expected: null })).status).toBe(
    404,
  );
});

test("criteria added at the same moment both find their place", async () => {
  const texts = ["Left", "Middle", "Right"];
  await Promise.all(texts.map((text) => as(sam).post(criteria, { text })));
  const { body } = await as(sam).get(`/milestones/${milestone.id}`);
  const positions = body.criteria.map((one: { position: string }) => one.position);
  expect(new Set(positions).size).toBe(positions.length);
});
