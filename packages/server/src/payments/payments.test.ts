import Papa from "papaparse";
import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;

async function milestone(title: string, priceMinor: number, targetOn: string): Promise<Loose> {
  return (await sam.post(`${at}/milestones`, { title, priceMinor, targetOn })).body;
}

/** Accepted, as a decision leaves it behind. */
async function accept(id: string): Promise<void> {
  const day = kit.at.toISOString().slice(0, 10);
  await database.inWorkspace(seed.workspaceId, async (tx) => {
    await tx
      .updateTable("milestones")
      .set({ state: "accepted", reachedOn: day })
      .where("id", "=", id)
      .execute();
    const move = { fromState: "submitted", toState: "accepted", reason: "", personId: seed.sam.id };
    await tx
      .insertInto("milestoneMoves")
      .values({
        workspaceId: seed.workspaceId,
        id: crypto.randomUUID(),
        milestoneId: id,
        createdAt: kit.at,
        ...move,
      })
      .execute();
  });
}

const minutes = (count: number) => {
  kit.at = new Date(kit.at.getTime() + count * 60_000);
};
const line = async (id: string, person = seed.sam) =>
  (await as(person).get("/payments")).body.items.find((each: Loose) => each.milestoneId === id);
const mark = (id: string, more: object, person = seed.sam) =>
  as(person).put(`/milestones/${id}/payment`, {
    invoicedOn: null,
    invoiceNumber: "",
    paidOn: null,
    expected: 0,
    ...more,
  });

const copy = await milestone("=HYPERLINK(1)", 300_000, "2026-03-20");
const launch = await milestone("Launch", 600_050, "2026-05-04");
await milestone("Free of charge", 0, "2026-05-04");

test("a price is planned until its milestone is reached, and due when that cannot be taken back", async () => {
  expect(await line(copy.id)).toMatchObject({ state: "planned", expectedOn: "2026-03-20", dueOn: null });
  expect((await mark(copy.id, { invoicedOn: "2026-03-02" })).body.type).toContain("not-reached");
  await accept(copy.id);
  minutes(4);
  expect(await line(copy.id)).toMatchObject({ state: "reached", dueOn: null });
  expect((await mark(copy.id, { invoicedOn: "2026-03-02" })).status).toBe(422);
  minutes(1);
  expect(await line(copy.id)).toMatchObject({ state: "due", dueOn: "2026-03-02", reachedOn: "2026-03-02" });
  const { body } = await sam.get("/payments");
  expect(body.items).toHaveLength(2);
  expect(body.totals).toEqual([{ currency: "EUR", planned: 600_050, ready: 300_000, invoiced: 0, paid: 0 }]);
  expect(body.cash).toEqual([
    { month: "2026-03", currency: "EUR", minor: 300_000 },
    { month: "2026-05", currency: "EUR", minor: 600_050 },
  ]);
});

test("of fifty who record at once one does, and the others are told how it stands", async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      mark(copy.id, { invoicedOn: "2026-03-03", invoiceNumber: `R-${n}` }),
    ),
  );
  const won = answers.filter(({ status }) => status === 200);
  const lost = answers.filter(({ status }) => status === 409);
  expect([won.length, lost.length]).toEqual([1, 49]);
  expect(lost[0]?.body.facts.payment.invoiceNumber).toBe(won[0]?.body.invoiceNumber);
  const { revision } = await line(copy.id);
  const paid = { invoicedOn: "2026-03-03", invoiceNumber: "R-1", paidOn: "2026-03-05" };
  expect((await mark(copy.id, { ...paid, expected: revision + 1 })).status).toBe(409);
  expect((await mark(copy.id, { ...paid, expected: revision })).body.state).toBe("paid");
});

test("a price that changes later changes nothing that was recorded", async () => {
  await database.maintenance
    .updateTable("milestones")
    .set({ priceMinor: 1 })
    .where("id", "=", copy.id)
    .execute();
  expect(await line(copy.id)).toMatchObject({ minor: 300_000, state: "paid" });
});

test("money is for those who see it, and recorded by those who lead", async () => {
  expect((await as(seed.jo).get("/payments")).body.items).toEqual([]);
  expect((await as(seed.gil).get("/payments")).body.items).toEqual([]);
  expect((await as(seed.jo).get(`${at}/payments`)).status).toBe(403);
  expect((await as(seed.kim).get(`${at}/payments`)).status).toBe(404);
  await database.maintenance
    .updateTable("projectMembers")
    .set({ seesMoney: true })
    .where("personId", "=", seed.jo.id)
    .execute();
  expect((await line(launch.id, seed.jo)).mayRecord).toBe(false);
  expect((await mark(launch.id, {}, seed.jo)).status).toBe(403);
  expect((await as(seed.amara).get(`${at}/payments`)).body.items).toHaveLength(2);
});

test("the list leaves as CSV without formulas, and as PDF", async () => {
  const csv = await sam.get("/payments/file?format=csv");
  expect(csv.headers["content-disposition"]).toBe('attachment; filename="payments.csv"');
  expect(csv.body).toContain(",'=HYPERLINK(1),3000.00,EUR,paid,");
  const { data } = Papa.parse<string[]>(csv.body);
  expect(data[1]?.slice(2, 6)).toEqual(["ACME-M1", "'=HYPERLINK(1)", "3000.00", "EUR"]);
  const pdf = await server.app.inject({
    url: `/api/v1${at}/payments/file?format=pdf`,
    headers: { cookie: seed.sam.cookie },
  });
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
});
