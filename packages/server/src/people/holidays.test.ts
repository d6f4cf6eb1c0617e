import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const amara = as(seed.amara);
const holidays = async (query: string) => (await amara.get(`/holidays?${query}`)).body.items;
const names = async (query: string) => (await holidays(query)).map(({ name }: Loose) => name);
const berlin = { country: "DE", region: "BE" };

async function setPlace(place: object): Promise<void> {
  const { revision } = (await amara.get("/workspaces/current")).body;
  const saved = await amara.patch("/workspaces/current", place, { "if-match": `r${revision}` });
  expect(saved.status).toBe(200);
}

test("a list is looked at day by day before it is taken", async () => {
  expect((await as(seed.jo).get("/holidays/regions?country=DE")).body.items).toContainEqual({
    code: "BE",
    name: "Berlin",
  });
  const { items } = (await amara.get("/holidays/preview?country=DE&region=BE")).body;
  expect(items).toContainEqual({ onDate: "2026-03-08", name: "Internationaler Frauentag", state: "new" });
  expect(items.map(({ name }: Loose) => name)).not.toContain("Rosenmontag");
  const iceland = (await amara.get("/holidays/preview?country=IS")).body.items;
  expect(iceland).toContainEqual({ onDate: "2026-12-24", name: "Aðfangadagur", state: "part of a day" });
  expect(new Set(items.map(({ onDate }: Loose) => onDate.slice(0, 4)))).toEqual(
    new Set(["2025", "2026", "2027", "2028"]),
  );
  expect(await holidays("country=DE&region=BE")).toEqual([]);
});

test("the workspace's country and region bring their days, a whole day for each of a longer feast", async () => {
  await setPlace(berlin);
  expect(await names("year=2026")).toContain("Internationaler Frauentag");
  await setPlace({ region: "BY" });
  expect(await names("year=2026")).toContain("Heilige Drei Könige");
  expect(await names("year=2026")).not.toContain("Internationaler Frauentag");
  expect(await names("year=2026&country=DE&region=BE")).toContain("Internationaler Frauentag");
  expect((await amara.post("/holidays/import", { country: "BA" })).status).toBe(200);
  const feast = (await holidays("year=2026")).filter(({ name }: Loose) => name === "Kurbanski bajram");
  expect(feast.map(({ onDate }: Loose) => onDate)).toEqual([
    "2026-05-27",
    "2026-05-28",
    "2026-05-29",
    "2026-05-30",
  ]);
});

test("own days and days that were taken out survive a refresh", async () => {
  await setPlace(berlin);
  await amara.post("/holidays", { onDate: "2026-07-17", name: "Summer party" });
  const women = (await holidays("year=2026")).find(({ onDate }: Loose) => onDate === "2026-03-08");
  expect((await amara.delete(`/holidays/${women.id}`)).status).toBe(204);
  expect((await amara.post("/holidays/import", berlin)).body.added).toBe(0);
  const after = await names("year=2026");
  expect(after).toContain("Summer party");
  expect(after).not.toContain(women.name);
  const preview = (await amara.get("/holidays/preview?country=DE&region=BE")).body.items;
  expect(preview).toContainEqual({ onDate: "2026-03-08", name: women.name, state: "removed" });
  expect((await as(seed.jo).post(`/holidays/${women.id}/restore`)).status).toBe(403);
  expect((await amara.post(`/holidays/${women.id}/restore`)).status).toBe(200);
  expect(await names("year=2026")).toContain(women.name);
});

test("a region without its country, or of another one, is refused", async () => {
  const { revision } = (await as(seed.jo).get("/me")).body;
  const change = (body: object) => as(seed.jo).patch("/me", body, { "if-match": `r${revision}` });
  expect((await change({ region: "BE" })).body.errors?.[0]?.path).toBe("region");
  expect((await change({ country: "AT", region: "XYZ" })).body.errors?.[0]?.path).toBe("region");
  expect((await change({ country: "AT", region: "9" })).body.person).toMatchObject({
    country: "AT",
    region: "9",
  });
  expect(await names("country=AT&region=9&year=2026")).toContain("Nationalfeiertag");
});

test("a client's country and region bring their days too", async () => {
  const { clientId } = seed.acme;
  const before = (await amara.get(`/clients/${clientId}`)).body;
  const saved = await amara.patch(
    `/clients/${clientId}`,
    { country: "CH", region: "ZH" },
    { "if-match": `r${before.revision}` },
  );
  expect(saved.body).toMatchObject({ country: "CH", region: "ZH" });
  expect(await names("country=CH&region=ZH&year=2026")).toContain("Bundesfeiertag");
});

test("whose holidays somebody has, they say themselves or an admin does", async () => {
  const path = `/availability/${seed.kim.id}`;
  const swiss = { country: "CH", region: null };
  expect((await as(seed.jo).put(`${path}/place`, swiss)).status).toBe(403);
  expect((await as(seed.kim).put(`${path}/place`, swiss)).body).toMatchObject(swiss);
  expect((await as(seed.jo).get(path)).body).toMatchObject(swiss);
  const back = { country: null, region: null };
  expect((await as(seed.ada).put(`${path}/place`, back)).body).toMatchObject(back);
});

test("plans count on the holidays of who works in them, not only on the workspace's", async () => {
  await setPlace({ country: "DE", region: null });
  const away = async () => {
    const title = `Ready ${Math.floor(performance.now() * 1000)}`;
    const { body } = await as(seed.sam).post(`/projects/${seed.acme.id}/milestones`, {
      title,
      ownerId: seed.jo.id,
      startOn: "2026-10-19",
      targetOn: "2026-10-26",
    });
    const { findings } = (await as(seed.sam).get(`/projects/${seed.acme.id}/plan`)).body;
    return findings.some(
      ({ id, subject, why }: Loose) => id === "L7" && subject.id === body.id && /is away/.test(why),
    );
  };
  expect(await away()).toBe(true); // Jo works in Austria, where 26 October is free.
  await as(seed.jo).put(`/availability/${seed.jo.id}/place`, { country: null, region: null });
  expect(await away()).toBe(false);
});

test("the client answers on its own country's days, and who is in the workspace's country has its region's", async () => {
  const basis = async () => (await as(seed.sam).get(`/projects/${seed.acme.id}/forecast-basis`)).body.plan;
  const free = (calendar: Loose) => calendar.daysOff.map(({ from }: Loose) => from);
  // Zurich since an earlier test: 1 August is free there, 3 October is not.
  const { client } = await basis();
  expect(free(client.calendar)).toContain("2026-08-01");
  expect(free(client.calendar)).not.toContain("2026-10-03");

  await setPlace(berlin);
  await as(seed.jo).put(`/availability/${seed.jo.id}/place`, { country: "DE", region: null });
  const { people } = await basis();
  expect(people.find(({ id }: Loose) => id === seed.jo.id)).toMatchObject({ calendar: null, percent: 100 });
});

test("days out of a calendar are taken once, and given back together", async () => {
  await setPlace(berlin);
  const days = [
    { onDate: "2027-12-25", name: "Christmas Day" },
    { onDate: "2027-12-28", name: "House closed" },
    { onDate: "2027-12-29", name: "House closed" },
    { onDate: "2027-12-29", name: "Between the years" },
  ];
  const first = (await amara.post("/holidays/days", { days })).body;
  expect(first.added.map(({ onDate }: Loose) => onDate)).toEqual(["2027-12-28", "2027-12-29"]);
  expect(first.known).toBe(2);
  expect((await amara.post("/holidays/days", { days })).body).toEqual({ added: [], known: 4 });
  expect((await names("year=2027")).filter((name: string) => name === "Christmas Day")).toEqual([]);
  const ids = first.added.map(({ id }: Loose) => id);
  expect((await as(seed.jo).post("/holidays/days", { days })).status).toBe(403);
  expect((await as(seed.jo).post("/holidays/days/remove", { ids })).status).toBe(403);
  expect((await amara.post("/holidays/days/remove", { ids })).body).toEqual({ removed: 2 });
  expect((await amara.post("/holidays/days/remove", { ids })).body).toEqual({ removed: 0 });
  expect(await names("year=2027")).not.toContain("House closed");
  const again = (await amara.post("/holidays/days", { days })).body.added;
  expect(again.map(({ onDate }: Loose) => onDate)).toEqual(["2027-12-28", "2027-12-29"]);
});

test("a calendar of another house is not reached, and what is no day is named", async () => {
  const kept = (await amara.post("/holidays/days", { days: [{ onDate: "2027-03-03", name: "Day" }] })).body
    .added;
  const other = as(seed.other.owner);
  expect((await other.post("/holidays/days/remove", { ids: [kept[0].id] })).body).toEqual({ removed: 0 });
  expect(await names("year=2027")).toContain("Day");
  const wrong = await amara.post("/holidays/days", { days: [{ onDate: "2027-02-30", name: "" }] });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors.map(({ path }: Loose) => path)).toEqual(["days.0.onDate", "days.0.name"]);
  expect((await amara.post("/holidays/days", { days: [] })).status).toBe(400);
});
