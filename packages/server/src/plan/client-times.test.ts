import { expect, test } from "vitest";
import { seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { kit, seed, as } = server;
const { dana } = await seedContacts(server);
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;
const day = (on: string) => {
  kit.at = new Date(`${on}T09:00:00Z`);
};
const copy = (
  await sam.post(`${at}/milestones`, { title: "Copy", startOn: "2026-03-02", targetOn: "2026-04-30" })
).body;
const shown = async (): Promise<Loose> =>
  (await sam.get(`${at}/plan`)).body.milestones.find((each: Loose) => each.id === copy.id);

async function asked(title: string, dueOn: string): Promise<Loose> {
  const wanted = { kind: "confirm", title, dueOn, milestoneId: copy.id, contactId: dana.id };
  const { id } = (await sam.post(`${at}/client-requests`, wanted)).body;
  return (await sam.post(`/client-requests/${id}/ask`)).body;
}

async function answered({ number }: Loose): Promise<void> {
  const phone = await signedIn(server, dana);
  const { status } = await phone.post(`/portal/birch/acme/requests/${number}`, { do: "send" });
  expect(status).toBe(303);
}

test("an overdue request makes its milestone wait for the client, until it is answered", async () => {
  day("2026-03-02");
  const photos = await asked("Photos", "2026-03-05");
  expect((await shown()).health.word).toBe("not_enough_data");
  day("2026-03-06");
  const { health } = await shown();
  expect(health).toMatchObject({ word: "waiting_for_client", below: "not_enough_data" });
  expect(health.reasons[0]).toMatchObject({ code: "client_item", name: "Photos", days: 4 });
  const findings = (await sam.get(`${at}/plan`)).body.findings.map((each: Loose) => each.checkId ?? each.id);
  expect(findings).toContain("L28");
  const row = (await sam.get("/portfolio")).body.projects.find((each: Loose) => each.key === "ACME");
  expect(row.milestones).toMatchObject([{ health: "waiting_for_client" }]);
  await answered(photos);
  expect((await shown()).health.word).toBe("not_enough_data");
});

test("the days are shared between both desks, a round that was sent back included", async () => {
  expect((await shown()).clock).toEqual({ clientDays: 4, teamDays: 1 });
  const [photos] = (await sam.get(`${at}/client-requests`)).body.items;
  day("2026-03-10");
  await sam.post(`/client-requests/${photos.id}/send-back`, { round: 1, reason: "Too small" });
  day("2026-03-12");
  expect((await shown()).clock).toEqual({ clientDays: 6, teamDays: 3 });
  const desks = async (who: typeof seed.sam) => (await as(who).get(`${at}/overview`)).body.desks;
  const copied = { id: copy.id, ref: copy.ref, title: "Copy", clientDays: 6, teamDays: 3 };
  expect([await desks(seed.sam), await desks(seed.gil)]).toEqual([[copied], []]);
});

test("from three answers on a client is known by them, where nobody has said how soon it answers", async () => {
  const usual = async () =>
    (await as(seed.amara).get(`/clients/${seed.acme.clientId}/answer-times`)).body.usualDays;
  await answered((await sam.get(`${at}/client-requests`)).body.items[0]);
  expect(await usual()).toBe(null);
  for (const [title, on] of [["Colours", "2026-03-16"]] as const) {
    const one = await asked(title, "2026-03-20");
    day(on);
    await answered(one);
  }
  // 4, 2 and 2 working days.
  expect(await usual()).toBe(2);
});

test("a client's days are those of its own country, and begin when they do where it is", async () => {
  const client = `/clients/${seed.acme.clientId}`;
  const amara = as(seed.amara);
  const usual = async () => (await amara.get(`${client}/answer-times`)).body;
  const set = async (change: object) => {
    const { revision } = (await amara.get(client)).body;
    const { status } = await amara.patch(client, change, { "if-match": `"r${revision}"` });
    expect(status).toBe(200);
  };
  kit.at = new Date("2026-03-16T23:30:00Z");
  const both = [await asked("Fonts", "2026-03-25"), await asked("Icons", "2026-03-25")];
  kit.at = new Date("2026-03-20T12:00:00Z");
  for (const one of both) await answered(one);
  // 4, 2, 2, 3 and 3 working days here; Thursday was a holiday in Ticino.
  expect(await usual()).toEqual({ usualDays: 3, answers: 5 });
  await set({ country: "CH", region: "TI" });
  expect(await usual()).toEqual({ usualDays: 2, answers: 5 });
  expect((await sam.get(`${at}/plan`)).status).toBe(200);
  // In Honolulu both were asked for on Monday still.
  await set({ country: null, region: null, zone: "Pacific/Honolulu" });
  expect(await usual()).toEqual({ usualDays: 4, answers: 5 });
});
