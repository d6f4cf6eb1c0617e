import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(path, body)).body;

test("fourteen points stand under ten practices, and a link with a lead is named by its two ends", async () => {
  const first = await make(`${project}/milestones`, { title: "Content ready", targetOn: "2027-04-09" });
  const second = await make(`${project}/milestones`, { title: "Launch done", targetOn: "2027-04-23" });
  await make(`${project}/dependencies`, {
    from: { kind: "milestone", id: first.id },
    to: { kind: "milestone", id: second.id },
    lagDays: -2,
  });
  const { status, body } = await sam.get(`${project}/schedule-quality`);
  expect(status).toBe(200);
  expect(body.headings).toHaveLength(10);
  const points = body.headings.flatMap((heading: Loose) => heading.points);
  expect(points).toHaveLength(14);
  const leads = points.find(({ id }: Loose) => id === "DCMA-2");
  expect(leads).toMatchObject({ passed: false, value: 1, limit: { kind: "most", amount: 0, percent: 0 } });
  expect(leads.items).toMatchObject([{ kind: "link", ref: null }]);
  expect(leads.items[0].name).toMatch(/^M\d+ Content ready → M\d+ Launch done$/);
  const baseline = body.headings.find(({ practice }: Loose) => practice === "baseline");
  expect(baseline.kept).toBe(false);
});

test("a kept version is the baseline that the last practice asks for", async () => {
  await sam.post(`${project}/plan-versions`, { reason: "Start" });
  const { body } = await sam.get(`${project}/schedule-quality`);
  expect(body.headings.find(({ practice }: Loose) => practice === "baseline").kept).toBe(true);
});
