import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo } = seed;
const project = `/projects/${seed.acme.id}`;

interface Found {
  id: string;
  subject: { kind: string; id: string };
  fix: ({ kind: string } & Record<string, unknown>) | null;
}

async function findings(): Promise<Found[]> {
  return (await as(sam).get(`${project}/plan`)).body.findings;
}

/** The first finding of this rule about this thing, and what its fix did. */
async function mend(rule: string, subjectId: string, kind: string) {
  const found = (await findings()).find(
    ({ id, subject, fix }) => id === rule && subject.id === subjectId && fix?.kind === kind,
  );
  if (!found) throw new Error(`No ${rule} with ${kind}`);
  const answer = await as(sam).post(`${project}/findings/${rule}/fix`, {
    subject: found.subject,
    fix: found.fix,
  });
  const again = await as(sam).post(`${project}/findings/${rule}/fix`, {
    subject: found.subject,
    fix: found.fix,
  });
  return { answer, again };
}

test("J3: what the check finds about a milestone is mended by what it offers", async () => {
  const { body: milestone } = await as(sam).post(`${project}/milestones`, {
    title: "Improve site",
    clientApproval: true,
  });
  const { body: objective } = await as(sam).post(`${project}/objectives`, { statement: "150 orders a week" });
  const of = async () =>
    (await findings()).filter(({ subject }) => subject.id === milestone.id).map(({ id }) => id);
  expect(await of()).toEqual(expect.arrayContaining(["L1", "L2", "L3", "L4", "L11"]));
  const dated = await mend("L2", milestone.id, "set_dates");
  expect(dated.answer.status).toBe(200);
  expect(dated.again).toMatchObject({ status: 409, body: { type: "urn:milepost:problem:finding-gone" } });
  expect((await mend("L4", milestone.id, "link_objective")).answer.status).toBe(200);
  const page = await as(sam).get(`/milestones/${milestone.id}`);
  expect(page.body.objectiveIds).toEqual([objective.id]);
  expect(page.body.targetOn).not.toBeNull();
  expect(await of()).not.toContain("L2");
  expect(await of()).not.toContain("L4");
  const undone = await as(sam).post(`${project}/date-changes/undo`, { eventId: dated.answer.body.eventId });
  expect(undone.status).toBe(200);
  expect(await of()).toContain("L2");
});

test("a review cadence is set in one click", async () => {
  expect((await mend("L12", seed.acme.id, "set_review_cadence")).answer.status).toBe(200);
  const head = await as(sam).get(project);
  expect(head.body.reviewCadence).toBe("weekly");
  expect((await findings()).map(({ id }) => id)).not.toContain("L12");
});

test("a risk gets the owner of what it touches", async () => {
  const { body: milestone } = await as(sam).post(`${project}/milestones`, {
    title: "Copy written",
    ownerId: jo.id,
  });
  const impact = { impactLow: 1, impactLikely: 2, impactHigh: 3 };
  const { body: risk } = await as(sam).post(`${project}/risks`, {
    title: "Illness",
    chance: 10,
    response: "Jo steps in",
    milestoneIds: [milestone.id],
    ...impact,
  });
  await mend("L18", risk.id, "set_risk_owner");
  expect((await as(sam).get(`${project}/risks`)).body.items).toMatchObject([{ ownerId: jo.id }]);
});

test("only what is offered is applied, and only by who leads", async () => {
  const { body: milestone } = await as(sam).post(`${project}/milestones`, { title: "Site built" });
  const subject = { kind: "milestone", id: milestone.id };
  const made = {
    subject,
    fix: { kind: "set_dates", changes: [{ milestoneId: milestone.id, targetOn: "2030-01-01" }] },
  };
  expect((await as(sam).post(`${project}/findings/L2/fix`, made)).status).toBe(409);
  expect((await as(jo).post(`${project}/findings/L2/fix`, made)).status).toBe(403);
  expect((await as(seed.kim).post(`${project}/findings/L2/fix`, made)).status).toBe(404);
  expect((await as(sam).get(`/milestones/${milestone.id}`)).body.targetOn).toBeNull();
});

test("only people of the project are offered", async () => {
  const { body: risk } = await as(sam).post(`${project}/risks`, {
    title: "Flour is dear",
    chance: 10,
    impactLow: 1,
    impactLikely: 2,
    impactHigh: 3,
    response: "Smaller cakes",
  });
  const asked = (await findings()).find(({ id, subject }) => id === "L18" && subject.id === risk.id);
  expect(asked?.fix).toMatchObject({ kind: "ask", field: "ownerId" });
  expect(asked?.fix?.choices).toContain(jo.id);
  for (const stranger of [seed.kim, seed.rex]) expect(asked?.fix?.choices).not.toContain(stranger.id);
});
