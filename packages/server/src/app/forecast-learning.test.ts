import { addDays, type ForecastInput, forecastPlan } from "@milepost/planning";
import { expect, test } from "vitest";
import { ForecastThread } from "../forecasts/beside.ts";
import { renewForecast } from "../plan/renew-forecast.ts";
import { testServer } from "../testing/server.ts";

/** Monday 2 March 2026. */
const { seed, as, database, kit } = await testServer();
const project = { workspaceId: seed.workspaceId, projectId: seed.acme.id };
const services = { database, kit };
const inputs: ForecastInput[] = [];
const renew = () =>
  renewForecast(services, project, async (input) => {
    inputs.push(input);
    return forecastPlan(input);
  });
const path = `/projects/${seed.acme.id}`;
const grounds = async () => (await as(seed.sam).get(`${path}/plan`)).body.forecastGrounds;

const { body: board } = await as(seed.sam).get(`${path}/board`);
const doneColumn = board.columns.find(({ category }: { category: string }) => category === "done").id;
const { body: launch } = await as(seed.sam).post(`${path}/milestones`, {
  title: "Launch",
  ownerId: seed.sam.id,
});
const make = async (title: string) =>
  (
    await as(seed.sam).post(`${path}/cards`, {
      title,
      milestoneId: launch.id,
      likely: 480,
      people: [seed.jo.id],
    })
  ).body.id;

test("says honestly that nothing is finished yet", async () => {
  for (let i = 0; i < 24; i++) await make(`Piece ${i}`);
  await renew();
  expect(await grounds()).toMatchObject({
    pace: null,
    paceShare: 0,
    compared: 0,
    reached: 0,
    corrected: false,
  });
});

test("a pace stands beside the estimates after some weeks of finished work", async () => {
  for (let week = 0; week < 7; week++) {
    for (const day of [1, 3]) {
      kit.at = new Date(`${addDays("2026-03-02", week * 7 + day)}T10:00:00Z`);
      const { body } = await as(seed.sam).get(`${path}/board`);
      const next = body.cards.find(({ columnId }: { columnId: string }) => columnId !== doneColumn);
      const expected = { place: "board", columnId: next.columnId };
      const moved = await as(seed.sam).post(`/cards/${next.id}/move`, { columnId: doneColumn, expected });
      expect(moved.status).toBe(200);
    }
  }
  kit.at = new Date("2026-04-20T09:00:00Z");
  await renew();
  const said = await grounds();
  expect(said.pace).toEqual({ cardsPerWeek: 2, weeks: 7 });
  expect(said.milestones[0]).toMatchObject({ id: launch.id, byPace: { p50On: expect.any(String) } });
  expect(said.milestones[0].byPace.p50On > "2026-05-04").toBe(true);
});

test("the browser tries out with what the stored forecast was made from", async () => {
  const { body } = await as(seed.sam).get(`${path}/forecast-basis`);
  expect(body).toEqual(JSON.parse(JSON.stringify(inputs.at(-1))));
  expect(body.history.finishedOn).toHaveLength(14);
});

test("hours that its people put into a card in doing are not forecast again, until it is put back", async () => {
  const { body } = await as(seed.sam).get(`${path}/board`);
  const doing = body.columns.find(({ category }: { category: string }) => category === "doing").id;
  const card = body.cards.find(({ columnId }: { columnId: string }) => columnId !== doneColumn);
  const move = (columnId: string, from: string) =>
    as(seed.sam).post(`/cards/${card.id}/move`, { columnId, expected: { place: "board", columnId: from } });
  const doneMinutes = () => inputs.at(-1)?.plan.cards.find(({ id }) => id === card.id)?.doneMinutes;
  expect((await move(doing, card.columnId)).status).toBe(200);
  await renew();
  expect(doneMinutes()).toBe(0);
  kit.at = new Date("2026-04-21T09:00:00Z");
  await renew();
  const minutes = doneMinutes();
  expect(minutes).toBeGreaterThan(300);
  const shared = await as(seed.sam).put(`/cards/${card.id}/people`, { add: [seed.sam.id] });
  expect(shared.status).toBe(200);
  await renew();
  expect(doneMinutes()).toBe(2 * (minutes ?? 0));
  await as(seed.sam).put(`/cards/${card.id}/people`, { remove: [seed.sam.id] });
  await renew();
  kit.at = new Date("2026-04-21T15:00:00Z");
  expect(await renew()).toBe(false);
  expect((await move(card.columnId, doing)).status).toBe(200);
  await renew();
  expect(doneMinutes()).toBe(0);
});

test("a reached milestone is kept beside what had been forecast of it, once, and makes the forecast anew", async () => {
  await database.maintenance
    .updateTable("milestones")
    .set({ state: "accepted", reachedOn: "2026-05-15" })
    .where("id", "=", launch.id)
    .execute();
  kit.at = new Date("2026-05-15T15:00:00Z");
  expect(await renew()).toBe(true);
  const [ended, ...more] = inputs.at(-1)?.history.ended ?? [];
  expect(more).toEqual([]);
  expect(ended).toMatchObject({ madeOn: "2026-03-02", reachedOn: "2026-05-15", byPace: null });
  expect(ended?.named.p50On).toBe(ended?.byEstimates.p50On);
  expect(await renew()).toBe(false);
  await database.maintenance.updateTable("milestones").set({ state: "active" }).execute();
  await renew();
  expect(inputs.at(-1)?.history.ended).toEqual([]);
});

test("forecasts that came closer by pace let the pace count, in a thread as here", async () => {
  const [kept] = await database.maintenance.selectFrom("forecastOutcomes").selectAll().execute();
  for (let i = 0; i < 5; i++) {
    const { body } = await as(seed.sam).post(`${path}/milestones`, { title: `Reached ${i}` });
    const reachedOn = `2026-05-0${i + 1}`;
    await database.maintenance
      .updateTable("milestones")
      .set({ state: "accepted", reachedOn })
      .where("id", "=", body.id)
      .execute();
    const dates = (on: string) =>
      JSON.stringify({ p5On: on, p20On: on, p50On: on, p80On: on, p90On: on, p95On: on });
    await database.maintenance
      .insertInto("forecastOutcomes")
      .values({
        workspaceId: seed.workspaceId,
        milestoneId: body.id,
        reachedOn,
        madeOn: kept?.madeOn ?? "2026-03-02",
        named: dates("2026-04-01"),
        byEstimates: dates("2026-04-01"),
        byPace: dates("2026-05-04"),
      })
      .execute();
  }
  await renew();
  expect(await grounds()).toMatchObject({ compared: 5, reached: 5, paceShare: expect.any(Number) });
  expect((await grounds()).paceShare).toBeGreaterThan(0.9);
  const thread = new ForecastThread();
  const input = inputs.at(-1);
  if (!input) throw new Error("a forecast was asked for");
  expect(await thread.forecast(input)).toEqual(forecastPlan(input));
  await thread.stop();
});
