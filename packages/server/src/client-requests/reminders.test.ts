import { expect, test } from "vitest";
import { seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { remindOfRequests } from "./reminders.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana } = await seedContacts(server);
const jo = as(seed.jo);

const mails = async () =>
  (await database.maintenance.selectFrom("mails").selectAll().orderBy("id").execute()).map(
    ({ toEmail, kind, data }) => `${toEmail} ${kind} ${Object(data).turn}`,
  );

async function day(on: string, hour = "09"): Promise<void> {
  kit.at = new Date(`${on}T${hour}:00:00Z`);
  for (let turn = 0; turn < 3; turn++) await remindOfRequests(server);
}

test("two working days before, on the day, three days after, then the team instead; each once and never at night", async () => {
  const wanted = { kind: "confirm", title: "Colours", contactId: dana.id, dueOn: "2026-03-12" };
  const { id } = (await jo.post(`/projects/${seed.acme.id}/client-requests`, wanted)).body;
  await jo.post(`/client-requests/${id}/ask`);
  const to = (...turns: string[]) => turns.map((turn) => `${dana.email} request ${turn}`);
  await day("2026-03-09");
  expect(await mails()).toEqual(to("asked"));
  await day("2026-03-10", "04");
  expect(await mails()).toEqual(to("asked"));
  await day("2026-03-10");
  await day("2026-03-11");
  expect(await mails()).toEqual(to("asked", "soon"));
  await day("2026-03-12");
  await day("2026-03-14");
  expect(await mails()).toEqual(to("asked", "soon", "today"));
  await day("2026-03-17");
  for (const later of ["2026-03-18", "2026-03-19", "2026-04-20"]) await day(later);
  expect(await mails()).toEqual(to("asked", "soon", "today", "waiting"));
  const told = await database.maintenance
    .selectFrom("events")
    .select(["actorId", "subjectId"])
    .where("verb", "=", "clientRequest.unanswered")
    .execute();
  expect(told).toEqual([{ actorId: seed.jo.id, subjectId: id }]);
  const links = await database.maintenance.selectFrom("links").select("id").execute();
  expect(links).toHaveLength(4);
});

test("a paused project, a request without a day and one that was answered remind nobody", async () => {
  kit.at = new Date("2026-03-02T09:00:00Z");
  const before = await mails();
  const wanted = { kind: "confirm", contactId: dana.id };
  for (const more of [{ title: "No day" }, { title: "Cancelled", dueOn: "2026-03-12" }]) {
    const { id } = (await jo.post(`/projects/${seed.acme.id}/client-requests`, { ...wanted, ...more })).body;
    await jo.post(`/client-requests/${id}/ask`);
    if (more.title === "Cancelled") await jo.post(`/client-requests/${id}/cancel`);
  }
  await day("2026-03-12");
  expect((await mails()).slice(before.length)).toEqual([
    `${dana.email} request asked`,
    `${dana.email} request asked`,
  ]);
});
