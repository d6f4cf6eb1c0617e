import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { jo, sam, gil, amara, kim } = seed;
const project = `/projects/${seed.acme.id}`;
const card = async (title: string, more: object = {}) =>
  (await as(jo).post(`${project}/cards`, { title, ...more })).body;
const field = async (name: string, kind: string, choices: string[] = []) =>
  (await as(jo).post(`${project}/fields`, { name, kind, ...(choices.length > 0 ? { choices } : {}) })).body;
const put = (cardId: string, fieldId: string, value: string, expected?: string) =>
  as(jo).put(`/cards/${cardId}/values/${fieldId}`, {
    value,
    ...(expected === undefined ? {} : { expected }),
  });
const held = async (cardId: string) => (await as(jo).get(`${project}/card-values`)).body.cards[cardId] ?? {};
const fields = async () => (await as(jo).get(`${project}/fields`)).body.items;
const seen = (revision: number) => ({ "if-match": `"r${revision}"` });

test("each kind takes what fits it and says what does not", async () => {
  const { id } = await card("Typed");
  const cases = [
    [await field("Budget", "number"), "-1250.5", "1.250,5"],
    [await field("Shoot", "date"), "2026-06-12", "2026-02-30"],
    [await field("Size", "choice", ["S", "M"]), "M", "XL"],
    [await field("Legal", "checkbox"), "yes", "true"],
    [await field("Code", "text"), "B-12", null],
  ] as const;
  for (const [{ id: fieldId }, right, wrong] of cases) {
    expect((await put(id, fieldId, right)).status).toBe(204);
    if (wrong !== null)
      expect(await put(id, fieldId, wrong)).toMatchObject({
        status: 400,
        body: { errors: [{ path: "value" }] },
      });
  }
  const { body } = await as(jo).get(`/cards/${id}`);
  expect(body.values.map(({ value }: { value: string }) => value)).toEqual(cases.map(([, right]) => right));
  expect(await held(id)).toEqual(Object.fromEntries(cases.map(([one, right]) => [one.id, right])));
  const board = (await as(jo).get(`${project}/board`)).body;
  expect(board.fields.map(({ kind }: { kind: string }) => kind)).toEqual(cases.map(([one]) => one.kind));
});

test("a value that somebody changed meanwhile is not written over", async () => {
  const [{ id }, { id: fieldId }] = [await card("Race"), await field("Place", "text")];
  await put(id, fieldId, "Rome", "");
  expect(await put(id, fieldId, "Bern", "")).toMatchObject({
    status: 409,
    body: { facts: { by: "Jo", value: "Rome" } },
  });
  expect((await put(id, fieldId, "Bern", "Rome")).status).toBe(204);
  expect((await put(id, fieldId, "", "Bern")).status).toBe(204);
  expect(await held(id)).toEqual({});
});

test("R05: of many first values at once one is written", async () => {
  const [{ id }, { id: fieldId }] = [await card("Many"), await field("Winner", "text")];
  const all = await Promise.all(Array.from({ length: 10 }, (_, n) => put(id, fieldId, `v${n}`, "")));
  expect(all.filter(({ status }) => status === 204)).toHaveLength(1);
  expect(all.filter(({ status }) => status === 409)).toHaveLength(9);
});

test("R05: of many who order the fields at once one is followed, and the others are shown the order that stands", async () => {
  const order = async () => (await fields()).map(({ id }: { id: string }) => id);
  for (let round = 0; round < 5; round += 1) {
    const before: string[] = await order();
    const wishes = before.slice(1).map((_, n) => [...before.slice(n + 1), ...before.slice(0, n + 1)]);
    const answers = await Promise.all(
      wishes.map((ids) => as(jo).put(`${project}/fields/order`, { ids, expected: before })),
    );
    const won = wishes.filter((_, n) => (answers[n]?.status ?? 500) < 300);
    expect(won).toEqual([await order()]);
    for (const { status, body } of answers.filter(({ status }) => status >= 300))
      expect([status, body.facts.ids]).toEqual([409, won[0]]);
  }
});

test("a choice takes its new name on the cards; two can change names; nothing is merged", async () => {
  const made = await field("Mood", "choice", ["Calm", "Loud", "Odd"]);
  const [one, two] = [await card("One"), await card("Two")];
  await put(one.id, made.id, "Calm");
  await put(two.id, made.id, "Loud");
  const swapped = [
    { name: "Loud", was: "Calm" },
    { name: "Calm", was: "Loud" },
  ];
  const changed = await as(sam).patch(`/fields/${made.id}`, { choices: swapped }, seen(1));
  expect(changed.body).toMatchObject({ choices: ["Loud", "Calm"], revision: 2 });
  expect([await held(one.id), await held(two.id)]).toEqual([{ [made.id]: "Loud" }, { [made.id]: "Calm" }]);
  expect((await as(sam).patch(`/fields/${made.id}`, { name: "X" }, seen(1))).status).toBe(412);
  const merged = await as(sam).patch(
    `/fields/${made.id}`,
    { choices: [{ name: "Calm", was: "Loud" }] },
    seen(2),
  );
  expect(merged).toMatchObject({ status: 422, body: { facts: { name: "Calm" } } });
  // What is offered no more stays on the card, and the name is not given to others.
  await as(sam).patch(`/fields/${made.id}`, { choices: [{ name: "Loud", was: "Loud" }] }, seen(2));
  expect(await held(two.id)).toEqual({ [made.id]: "Calm" });
  const again = { choices: [{ name: "Calm", was: "Loud" }] };
  expect((await as(sam).patch(`/fields/${made.id}`, again, seen(3))).status).toBe(422);
});

test("a field goes to the trash with its values, and comes back with them", async () => {
  const [made, { id }] = [await field("Gone", "text"), await card("Holds")];
  await put(id, made.id, "kept");
  expect((await fields()).at(-1)).toMatchObject({ name: "Gone", values: 1 });
  expect((await as(sam).delete(`/fields/${made.id}`)).status).toBe(204);
  expect(await held(id)).toEqual({});
  expect((await put(id, made.id, "x")).status).toBe(404);
  expect((await as(sam).patch(`/fields/${made.id}`, { name: "X" }, seen(1))).status).toBe(404);
  const trash = (await as(sam).get("/trash")).body.items;
  const { id: trashId } = trash.find((row: { thingId: string }) => row.thingId === made.id);
  expect((await as(sam).post(`/trash/${trashId}/restore`)).status).toBe(204);
  expect(await held(id)).toEqual({ [made.id]: "kept" });
});

test("the order of fields is changed over the one that was seen", async () => {
  const ids = (await fields()).map(({ id }: { id: string }) => id);
  const turned = ids.toReversed();
  const order = (wanted: string[], expected: string[]) =>
    as(jo).put(`${project}/fields/order`, { ids: wanted, expected });
  expect((await order(turned, ids)).status).toBe(204);
  expect((await fields()).map(({ id }: { id: string }) => id)).toEqual(turned);
  expect((await order(ids, ids)).status).toBe(409);
  expect((await order(turned.slice(1), turned)).status).toBe(400);
});

test("a guest reads the values of the cards that carry them; other projects have their own fields", async () => {
  const made = await field("Seen", "text");
  const [theirs, other] = [await card("Guest's", { people: [gil.id] }), await card("Not theirs")];
  for (const { id } of [theirs, other]) await put(id, made.id, "x");
  const { body } = await as(gil).get(`${project}/card-values`);
  expect(body.cards).toEqual({ [theirs.id]: { [made.id]: "x" } });
  expect((await as(gil).get(`${project}/fields`)).status).toBe(403);
  const foreign = await as(kim).post(`/projects/${seed.baker.id}/fields`, { name: "Theirs", kind: "text" });
  expect((await put(theirs.id, foreign.body.id, "x")).status).toBe(404);
  expect((await as(jo).patch(`/fields/${foreign.body.id}`, { name: "X" }, seen(1))).status).toBe(404);
  expect((await as(amara).get(`/projects/${seed.baker.id}/fields`)).body.items).toHaveLength(1);
});
