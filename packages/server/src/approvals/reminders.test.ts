import { expect, test } from "vitest";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { remindDeciders } from "./reminders.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { activeMilestone, askWhetherDone, linkOf, easy, agreeOn } = askingAcme(server, sam, people);
await easy();

const approval = async (id: string) => (await sam.get(`/approvals/${id}`)).body;
const on = (day: string) => {
  kit.at = new Date(`${day}T09:00:00Z`);
};
const mailsTo = async (approvalId: string) => {
  const rows = await database.maintenance.selectFrom("mails").selectAll().orderBy("id").execute();
  return rows
    .filter(({ kind, dedupe }) => kind === "nudge" && dedupe.includes(approvalId))
    .map(({ kind, toEmail, dedupe }) => [kind, toEmail, dedupe.split(":").at(-1)]);
};
/** Who finds in their inbox that it is still waited for, as often as it is recorded. */
const toldOf = async (approvalId: string) => {
  const rows = await database.maintenance
    .selectFrom("events")
    .select(["actorId", "data"])
    .where("verb", "=", "approval.escalated")
    .where("subjectId", "=", approvalId)
    .execute();
  return rows.map(({ actorId, data }) => [actorId, Object(data).to]);
};
const tick = async (times = 1) => {
  for (let n = 0; n < times; n++) await remindDeciders(server);
};
async function asked(title: string, more: object = {}) {
  const milestoneId = await activeMilestone(title);
  const { body } = await askWhetherDone(milestoneId, more);
  return { milestoneId, id: body.id as string, hash: body.hash as string };
}

test("reminders go out on working days two before, on the day and then to the manager, each once", async () => {
  on("2026-03-02");
  const { id } = await asked("Reminded", { dueOn: "2026-03-09" });
  await tick(3);
  expect(await mailsTo(id)).toEqual([]);
  on("2026-03-05");
  await tick(100);
  expect(await mailsTo(id)).toEqual([["nudge", people.dana.email, "due-2"]]);
  on("2026-03-08");
  await tick(3);
  expect(await mailsTo(id)).toHaveLength(1);
  on("2026-03-09");
  await tick(3);
  expect(await toldOf(id)).toEqual([]);
  on("2026-03-12");
  await tick(100);
  expect(await mailsTo(id)).toEqual([
    ["nudge", people.dana.email, "due-2"],
    ["nudge", people.dana.email, "due"],
  ]);
  expect(await toldOf(id)).toEqual([[seed.sam.id, seed.sam.id]]);
});

test("a reminder by hand goes once a day and not to who is not waited for", async () => {
  on("2026-04-01");
  const { id } = await asked("By hand");
  const nudge = (personId: string) => sam.post(`/approvals/${id}/nudges`, { personId });
  expect((await nudge(people.dana.id)).status).toBe(204);
  expect((await nudge(people.dana.id)).status).toBe(409);
  expect((await nudge(people.lee.id)).status).toBe(404);
  on("2026-04-02");
  expect((await nudge(people.dana.id)).status).toBe(204);
  expect((await approval(id)).people[0].nudgedAt).not.toBeNull();
});

test("an acceptance window reminds at 50, 80 and 100 per cent, and then it counts as accepted, labelled so", async () => {
  on("2026-05-04");
  await agreeOn({ days: 10, otherwise: "accept" });
  const { milestoneId, id } = await asked("Window");
  for (const day of ["2026-05-11", "2026-05-12", "2026-05-14", "2026-05-18"]) {
    on(day);
    await tick(2);
  }
  expect((await mailsTo(id)).map(([, , key]) => key)).toEqual(["window-50", "window-80", "window-100"]);
  expect((await approval(id)).state).toBe("open");
  on("2026-05-19");
  await tick(3);
  const { outcome, decisions } = await approval(id);
  expect([outcome, decisions]).toMatchObject([
    "approved",
    [{ way: "window", person: { id: people.dana.id } }],
  ]);
  expect((await sam.get(`/milestones/${milestoneId}`)).body.state).toBe("accepted");
  const page = await browser(server).get(await linkOf(id, people.dana.id));
  expect(page.body).toContain("accepted as agreed, without an answer");
});

test("a window can also end by telling the manager, or stay open; what has changed is never accepted by it", async () => {
  on("2026-06-01");
  await agreeOn({ days: 2, otherwise: "escalate" });
  const escalated = await asked("Escalated");
  await agreeOn({ days: 2, otherwise: "open" });
  const open = await asked("Stays open");
  await agreeOn({ days: 2, otherwise: "accept" });
  const changed = await asked("Changed");
  await sam.post(`/milestones/${changed.milestoneId}/criteria`, { text: "One more" });
  on("2026-06-05");
  await tick(2);
  expect(await toldOf(escalated.id)).toEqual([[seed.sam.id, seed.sam.id]]);
  expect(await toldOf(open.id)).toEqual([]);
  expect(await toldOf(changed.id)).toEqual([[seed.sam.id, seed.sam.id]]);
  for (const { id } of [escalated, open, changed]) expect((await approval(id)).state).toBe("open");
});
