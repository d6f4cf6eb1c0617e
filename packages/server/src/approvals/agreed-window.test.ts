import { expect, test } from "vitest";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana } = people;
const { project, activeMilestone, askWhetherDone, linkOf, easy, setWindow, askAboutPlan, agreeOn } =
  askingAcme(server, sam, people);
await easy();

const agreed = async () => (await sam.get(`${project}/agreed-acceptance`)).body.agreed;
const asked = async (title: string) => (await askWhetherDone(await activeMilestone(title))).body;
const planPage = async () => (await (await signedIn(server, dana)).get("/portal/birch/acme/plan")).body;

const ACCEPT = { days: 10, otherwise: "accept" } as const;
const RULE =
  "If nobody answers within 10 working days of being asked, a completed milestone counts as accepted; this is labelled so.";

test("it is off until a manager sets it, from 1 to 90 days", async () => {
  expect((await sam.get(project)).body.acceptance).toBeNull();
  expect((await setWindow({ days: 0, otherwise: "accept" })).status).toBe(400);
  expect((await setWindow({ days: 91, otherwise: "accept" })).status).toBe(400);
  const { revision } = (await sam.get(project)).body;
  const byJo = await as(seed.jo).patch(project, { acceptance: ACCEPT }, { "if-match": `"r${revision}"` });
  expect(byJo.status).toBe(403);
  expect((await setWindow(ACCEPT)).body).toMatchObject({ acceptance: ACCEPT });
  expect((await setWindow(null)).body).toMatchObject({ acceptance: null });
});

test("a window holds for nothing until the client has approved a plan that says so", async () => {
  await setWindow(ACCEPT);
  expect((await asked("Before")).acceptance).toBeNull();
  const plan = await askAboutPlan();
  expect(plan.snapshot.plan.snapshot.project.acceptance).toEqual(ACCEPT);
  expect((await asked("Published, not approved")).acceptance).toBeNull();
  expect(await agreed()).toBeNull();
  const path = await linkOf(plan.id, dana.id);
  expect((await browser(server).get(path)).body).toContain(RULE);
  expect(await planPage()).not.toContain(RULE);
  await browser(server).post(path, { verdict: "approved", hash: plan.hash });
  expect(await agreed()).toMatchObject({ version: 1, acceptance: ACCEPT });
  expect(await planPage()).toContain(RULE);
  const after = await asked("After");
  expect([after.acceptance, after.snapshot.acceptance]).toEqual([ACCEPT, ACCEPT]);
  const page = await browser(server).get(await linkOf(after.id, dana.id));
  expect(page.body).toContain(
    "As agreed with the plan: if nobody answers within 10 working days after Mon 2 Mar",
  );
});

test("another setting is another plan version, and takes effect when that one is approved", async () => {
  await setWindow({ days: 5, otherwise: "open" });
  const { changes, version } = (await sam.get(`${project}/publication-preview`)).body;
  expect(version).not.toBeNull();
  expect(changes.find(({ kind }: { kind: string }) => kind === "project")).toMatchObject({
    fields: [{ field: "acceptance", from: "10 accept", to: "5 open" }],
  });
  expect((await asked("Still the old one")).acceptance).toEqual(ACCEPT);
  await agreeOn({ days: 5, otherwise: "open" });
  expect((await asked("The new one")).acceptance).toEqual({ days: 5, otherwise: "open" });
  expect(await planPage()).toContain("the milestone stays open");
  await agreeOn(null);
  expect((await asked("None any more")).acceptance).toBeNull();
  expect(await planPage()).not.toContain("If nobody answers");
});

test("what was asked under one window keeps it, whatever is agreed later", async () => {
  await agreeOn(ACCEPT);
  const first = await asked("Kept");
  await agreeOn({ days: 2, otherwise: "escalate" });
  expect((await sam.get(`/approvals/${first.id}`)).body.acceptance).toEqual(ACCEPT);
  const path = await linkOf(first.id, dana.id);
  expect((await browser(server).post(path, { verdict: "approved", hash: first.hash })).status).toBe(303);
});
