import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";
import { extendTakenHolidays } from "./holiday-years.ts";

/** Monday 2 March 2026. */
const { seed, as, database, kit } = await testServer();
const services = { database, kit };
const amara = as(seed.amara);
const days = async (place: string, year: number): Promise<Loose[]> => {
  const [country, region] = place.split("-");
  const query = `year=${year}&country=${country}${region ? `&region=${region}` : ""}`;
  return (await amara.get(`/holidays?${query}`)).body.items;
};
const names = async (place: string, year: number) => (await days(place, year)).map(({ name }) => name);
const count = async () =>
  Number(
    (
      await database.maintenance
        .selectFrom("holidays")
        .select((is) => is.fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

test("a place that nobody took days of gets none", async () => {
  await extendTakenHolidays(services);
  expect(await count()).toBe(0);
});

test("what was taken reaches two years ahead of every new year, for the workspace and for people", async () => {
  await amara.post("/holidays/import", { country: "DE", region: "BE" });
  await as(seed.kim).put(`/availability/${seed.kim.id}/place`, { country: "CH", region: "ZH" });
  const before = await count();
  await extendTakenHolidays(services);
  expect(await count()).toBe(before);
  kit.at = new Date("2027-01-01T03:17:00Z");
  await extendTakenHolidays(services);
  expect(await names("DE-BE", 2029)).toContain("Internationaler Frauentag");
  expect(await names("CH-ZH", 2029)).toContain("Bundesfeiertag");
  expect(await days("DE-BE", 2030)).toEqual([]);
  const after = await count();
  await extendTakenHolidays(services);
  expect(await count()).toBe(after);
});

test("a day that was taken out stays out, in old years and in new ones, and can be put back", async () => {
  const women = (await Promise.all([2026, 2027, 2028, 2029].map((year) => days("DE-BE", year))))
    .flat()
    .filter(({ name }) => name === "Internationaler Frauentag");
  for (const { id } of women) expect((await amara.delete(`/holidays/${id}`)).status).toBe(204);
  kit.at = new Date("2028-01-02T03:17:00Z");
  await extendTakenHolidays(services);
  for (const year of [2027, 2028, 2029, 2030])
    expect(await names("DE-BE", year)).not.toContain("Internationaler Frauentag");
  expect(await names("DE-BE", 2030)).toContain("Tag der Deutschen Einheit");
  const preview = (await amara.get("/holidays/preview?country=DE&region=BE")).body.items;
  expect(preview).toContainEqual(
    expect.objectContaining({ onDate: "2030-03-08", name: "Internationaler Frauentag", state: "removed" }),
  );
});

test("a day that was taken out in one year only comes again", async () => {
  const [unity] = (await days("DE-BE", 2029)).filter(({ name }) => name === "Tag der Deutschen Einheit");
  await amara.delete(`/holidays/${unity.id}`);
  kit.at = new Date("2029-01-02T03:17:00Z");
  await extendTakenHolidays(services);
  expect(await names("DE-BE", 2029)).not.toContain("Tag der Deutschen Einheit");
  expect(await names("DE-BE", 2031)).toContain("Tag der Deutschen Einheit");
});

test("new days tell those whose dates rest on them, and a place that was left is left alone", async () => {
  const events = await database.maintenance
    .selectFrom("events")
    .select(["actorId", "data"])
    .where("verb", "=", "holiday.imported")
    .where("actorId", "is", null)
    .execute();
  expect(events.map(({ data }) => (data as { place: string }).place)).toContain("CH-ZH");
  await as(seed.kim).put(`/availability/${seed.kim.id}/place`, { country: null, region: null });
  kit.at = new Date("2030-01-02T03:17:00Z");
  await extendTakenHolidays(services);
  expect(await days("CH-ZH", 2032)).toEqual([]);
  expect((await days("DE-BE", 2032)).length).toBeGreaterThan(5);
});
