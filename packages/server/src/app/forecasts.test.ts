import { type ForecastInput, forecastPlan } from "@milepost/planning";
import { expect, test } from "vitest";
import { ForecastThread } from "../forecasts/beside.ts";
import { testServer } from "../testing/server.ts";
import { forecastToday, forecastWhatChanged } from "./forecasts.ts";

/** Monday 2 March 2026. */
const server = await testServer();
const { seed, as, database, kit } = server;
const { sam, jo } = seed;
const project = `/projects/${seed.acme.id}`;
const services = { database, kit };

/** The real one, in this thread; what it is asked is kept. */
const asked: ForecastInput[] = [];
const here = Object.assign(new ForecastThread(), {
  forecast: async (input: ForecastInput) => {
    asked.push(input);
    return forecastPlan(input);
  },
});
const renew = async () => {
  asked.length = 0;
  await forecastWhatChanged(services, here);
  return asked.filter(({ plan }) => plan.projectId === seed.acme.id);
};
const planOf = async () => (await as(sam).get(`${project}/plan`)).body;
const milestone = async () => (await planOf()).milestones[0];

const { body: launch } = await as(sam).post(`${project}/milestones`, {
  title: "Launch",
  targetOn: "2026-03-31",
  ownerId: sam.id,
});
const card = async (title: string, likely: number) =>
  (await as(sam).post(`${project}/cards`, { title, milestoneId: launch.id, likely, people: [jo.id] })).body;
await card("Write", 960);
await card("Draw", 960);

test("below three estimates nothing is said of a date", async () => {
  expect(await renew()).toHaveLength(1);
  expect(await milestone()).toMatchObject({ forecast: null, health: { word: "not_enough_data" } });
});

test("a third estimate gives dates, a chance and a word, with the time they are from", async () => {
  await card("Build", 960);
  expect(await renew()).toHaveLength(1);
  const { forecastAt } = await planOf();
  expect(forecastAt).toBe(kit.at.toISOString());
  const { forecast, health } = await milestone();
  expect(health.word).toBe("on_track");
  expect(forecast.p50On > "2026-03-08").toBe(true);
  expect(forecast.p50On <= forecast.p80On).toBe(true);
  expect(forecast.chance).toBeGreaterThan(0.9);
  const { body: portfolio } = await as(sam).get("/portfolio");
  const acme = portfolio.projects.find(({ key }: { key: string }) => key === "ACME");
  expect(acme).toMatchObject({ health: { word: "on_track" }, next: { forecast: { p80On: forecast.p80On } } });
});

test("what moves no date is not forecast anew", async () => {
  await renew();
  expect(await renew()).toEqual([]);
  await as(sam).patch(
    `/milestones/${launch.id}`,
    { why: "Season begins" },
    { "if-match": `"${(await milestone()).revision}"` },
  );
  expect(await renew()).toEqual([]);
});

test("a target before the likely date is off track with its reason, and the history says how dates moved", async () => {
  await as(sam).post(`/milestones/${launch.id}/date-change`, {
    targetOn: "2026-03-05",
    expected: { startOn: null, targetOn: "2026-03-31" },
  });
  await renew();
  const { health, forecast } = await milestone();
  expect(health.word).toBe("off_track");
  expect(health.reasons[0]).toMatchObject({ code: "likely_late" });
  expect(forecast.chance).toBeLessThan(0.5);
  expect(health.reasons.length).toBeGreaterThan(1);
  expect(health.reasons[1]).toMatchObject({ code: "driver", name: expect.any(String) });
  const { findings } = await planOf();
  expect(findings.find(({ id }: { id: string }) => id === "L6")).toMatchObject({
    level: "error",
    fix: { kind: "set_dates", changes: [{ milestoneId: launch.id, targetOn: forecast.p80On }] },
  });
  const { body } = await as(sam).get(`/events?projectId=${seed.acme.id}`);
  const moved = body.items.filter(({ verb }: { verb: string }) => verb === "forecast.changed");
  expect(moved[0].data.milestones[0]).toMatchObject({ id: launch.id, to: { p80On: expect.any(String) } });
});

test("every project is forecast once when its day begins", async () => {
  await renew();
  kit.at = new Date("2026-03-03T09:00:00Z");
  asked.length = 0;
  await forecastToday(services, here);
  expect(asked.map(({ today }) => today)).toContain("2026-03-03");
  asked.length = 0;
  await forecastToday(services, here);
  expect(asked).toEqual([]);
});

test("the same plan is forecast the same beside the requests", async () => {
  const thread = new ForecastThread();
  await card("Again", 60);
  const [input] = await renew();
  if (!input) throw new Error("a new card asks for a forecast");
  expect(await thread.forecast(input)).toEqual(forecastPlan(input));
  await thread.stop();
});
