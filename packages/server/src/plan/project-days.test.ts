import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const { amara, jo, gil, kim, acme } = seed;

test("a calendar hears of holidays, free weekdays and who is away, but never why", async () => {
  await as(amara).post("/holidays", { onDate: "2026-05-14", name: "Ascension" });
  const off = { personId: jo.id, fromOn: "2026-05-11", toOn: "2026-05-12", reason: "Dentist in Graz" };
  expect((await as(jo).post("/days-off", off)).status).toBe(201);
  // Kim works elsewhere.
  await as(amara).post("/days-off", { ...off, personId: kim.id });
  const path = `/projects/${acme.id}/days`;
  const { body } = await as(amara).get(`${path}?from=2026-05-12&to=2026-05-31`);
  expect(body).toEqual({
    holidays: [{ onDate: "2026-05-14", name: "Ascension" }],
    freeWeekdays: [5, 6],
    away: [{ personId: jo.id, name: "Jo", fromOn: "2026-05-11", toOn: "2026-05-12", wholeDays: true }],
  });
  expect(JSON.stringify(body)).not.toContain("Graz");
  expect((await as(gil).get(`${path}?from=2026-05-12&to=2026-05-31`)).body).toMatchObject({
    holidays: [{ name: "Ascension" }],
    away: [],
  });
  expect((await as(amara).get(`${path}?from=2026-05-13&to=2026-05-31`)).body.away).toEqual([]);
  expect((await as(kim).get(`${path}?from=2026-05-12&to=2026-05-31`)).status).toBe(404);
});
