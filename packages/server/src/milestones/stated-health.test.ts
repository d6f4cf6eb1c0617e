import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as, kit } = await testServer();
const { sam, jo, gil, amara } = seed;
kit.at = new Date("2026-03-02T09:00:00Z");
const project = `/projects/${seed.acme.id}`;
const { body: brief } = await as(sam).post(`${project}/milestones`, {
  title: "Brief agreed",
  targetOn: "2026-02-20",
});
const at = `/milestones/${brief.id}/stated-health`;
const said = { word: "on_track", reason: "It lies signed on my desk", untilOn: "2026-03-06" };

const seen = async () => {
  const plan = (await as(jo).get(`${project}/plan`)).body;
  const { projects } = (await as(jo).get("/portfolio")).body;
  const own = projects.find(({ key }: Loose) => key === "ACME");
  const overview = (await as(jo).get(`${project}/overview`)).body;
  return {
    milestone: plan.milestones[0],
    health: [plan.project.health, overview.project.health, own.health],
  };
};

test("what a lead says stands beside the computed word, with who, why and until when", async () => {
  expect((await as(jo).put(at, said)).status).toBe(403);
  expect((await as(gil).put(at, said)).status).toBe(404);
  const { status, body } = await as(sam).put(at, said);
  expect([status, body]).toEqual([
    200,
    { ...said, by: { id: sam.id, name: "Sam" }, at: "2026-03-02T09:00:00.000Z" },
  ]);
  const { milestone, health } = await seen();
  expect([milestone.health.word, milestone.stated]).toEqual(["off_track", body]);
  for (const one of health) expect(one).toMatchObject({ word: "off_track", stated: said });
});

test("it holds until its day has passed, and not beyond three months", async () => {
  kit.at = new Date("2026-03-06T20:00:00Z");
  expect((await seen()).milestone.stated).toMatchObject(said);
  kit.at = new Date("2026-03-07T09:00:00Z");
  const { milestone, health } = await seen();
  expect([milestone.stated, ...health.map(({ stated }) => stated)]).toEqual([null, null, null, null]);
  for (const untilOn of ["2026-03-06", "2026-06-08"])
    expect((await as(sam).put(at, { ...said, untilOn })).body.type).toMatch(/until-out-of-reach$/);
  for (const odd of [{ word: "reached" }, { reason: " " }])
    expect((await as(sam).put(at, { ...said, untilOn: "2026-03-09", ...odd })).status).toBe(400);
});

test("of two at once one stands; it is ended by hand, and its milestone's history tells of both", async () => {
  const untilOn = "2026-03-20";
  const both = await Promise.all([
    as(sam).put(at, { ...said, untilOn, reason: "Signed" }),
    as(amara).put(at, { ...said, untilOn, word: "at_risk", reason: "Nearly" }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(["Signed", "Nearly"]).toContain((await seen()).milestone.stated.reason);
  expect((await as(sam).delete(at)).status).toBe(204);
  expect((await as(sam).delete(at)).status).toBe(204);
  expect((await seen()).milestone.stated).toBeNull();
  const { items } = (await as(sam).get(`/events?subjectId=${brief.id}`)).body;
  const verbs = items.map(({ verb }: Loose) => verb);
  expect(verbs.filter((verb: string) => verb === "milestone.healthStatementEnded")).toHaveLength(1);
  expect(verbs.filter((verb: string) => verb === "milestone.healthStated")).toHaveLength(3);
});
