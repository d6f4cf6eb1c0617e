import { beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "../kit/secret.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { tellPublications } from "./tell-publications.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object) => (await sam.post(path, body)).body;
const preview = async () => (await sam.get(`${project}/publication-preview`)).body;
const state = async (person = seed.sam) => (await as(person).get(`${project}/publication-state`)).body;
const minutes = (count: number) => {
  kit.at = new Date(kit.at.getTime() + count * 60_000);
};
const publish = async (more: object = {}) => {
  const { hash, last } = await preview();
  const body = {
    clientText: "Hello",
    teamText: "Team only",
    expectedHash: hash,
    expectedLast: last,
    ...more,
  };
  return sam.post(`${project}/publications`, body);
};
const snapshots = () =>
  database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .selectFrom("publications")
      .select(["n", "snapshot", "hash", "withdrawnAt"])
      .orderBy("createdAt")
      .execute(),
  );
const moveTo = async (id: string, targetOn: string) => {
  const { startOn, targetOn: before } = (await sam.get(`/milestones/${id}`)).body;
  return sam.post(`/milestones/${id}/date-change`, {
    targetOn,
    expected: { startOn, targetOn: before },
    reason: "Copy came late",
  });
};

const design = await make(`${project}/milestones`, { title: "Design approved", targetOn: "2026-04-30" });
const audit = await make(`${project}/milestones`, { title: "Secret audit", targetOn: "2026-04-10" });

describe("before anything is published", () => {
  test("it says what is missing, and the way to it", async () => {
    expect((await preview()).blocked).toBe("no-contact");
    expect((await publish()).body.type).toContain("no-contact");
    await giveContact("Dana", "approver");
    expect(await preview()).toMatchObject({
      blocked: "no-dated-milestone",
      last: 0,
      recipients: [{ name: "Dana", role: "approver" }],
      teamOnly: [{ ref: "ACME-M1" }, { ref: "ACME-M2" }],
    });
    expect([(await publish()).status, (await snapshots()).length]).toEqual([422, 0]);
  });

  test("a milestone that is shown to the client makes it possible", async () => {
    await show(design.id, "client");
    expect(await preview()).toMatchObject({
      blocked: null,
      version: 1,
      teamOnly: [{ title: "Secret audit" }],
      changes: [
        { kind: "milestone", title: "Design approved", change: "added", fields: [{ to: "2026-04-30" }] },
      ],
      draft: { clientText: "Here is our plan with 1 milestone.\n\n- M1 Design approved: Thu 30 Apr." },
    });
  });

  test("only who plans sees it or publishes, and a guest hears of nothing", async () => {
    for (const person of [seed.jo, seed.gil])
      expect((await as(person).get(`${project}/publication-preview`)).status).toBe(403);
    expect((await as(seed.kim).get(`${project}/publication-preview`)).status).toBe(404);
    expect((await state(seed.jo)).count).toBe(1);
    expect(await state(seed.gil)).toEqual({ count: null, last: null, held: null });
  });
});

describe("a publication", () => {
  beforeEach(() => minutes(5));

  test("makes the first version, is held for two minutes and stands with who made it", async () => {
    const { status, body } = await publish();
    expect([status, body]).toMatchObject([
      201,
      { n: 1, version: 1, by: { name: "Sam" }, clientText: "Hello", teamText: "Team only" },
    ]);
    expect(Date.parse(body.heldUntil) - Date.parse(body.at)).toBe(120_000);
    expect(await state(seed.jo)).toMatchObject({ count: 0, held: { id: body.id }, last: { n: 1 } });
    const [row] = await snapshots();
    expect(sha256(row?.snapshot ?? "")).toBe(row?.hash);
    expect((await sam.get(`${project}/plan-versions`)).body.items).toMatchObject([{ n: 1 }]);
  });

  test("is not followed by another one while it is held", async () => {
    await moveTo(design.id, "2026-05-08");
    minutes(-5);
    const { status, body } = await publish();
    expect([status, body.type, body.facts.held.n]).toEqual([409, expect.stringContaining("held"), 1]);
    minutes(5);
  });

  test("says old and new, and what was seen is what is published", async () => {
    const before = await preview();
    expect(before.changes).toMatchObject([
      {
        kind: "milestone",
        number: 1,
        fields: [{ field: "targetOn", from: "2026-04-30", to: "2026-05-08", workingDays: 6 }],
      },
    ]);
    expect(before.draft.clientText).toContain("We adjusted M1 Design approved.");
    expect([before.count, before.version]).toEqual([1, 2]);
    await moveTo(design.id, "2026-05-11");
    const { status, body } = await publish({ expectedHash: before.hash });
    expect([status, body.facts.preview.changes[0].fields[0].to]).toEqual([409, "2026-05-11"]);
    expect((await publish({ expectedHash: body.facts.preview.hash })).body).toMatchObject({
      n: 2,
      version: 2,
    });
  });

  test("that changes no date, scope, criterion, owner or price makes no version", async () => {
    await change(design.id, { why: "Development waits for it" });
    expect(await preview()).toMatchObject({ count: 1, version: null });
    expect((await publish()).body).toMatchObject({ n: 3, version: null });
    minutes(5);
    expect(await preview()).toMatchObject({
      count: 0,
      changes: [],
      draft: { clientText: expect.stringContaining("Nothing") },
    });
    expect((await publish()).body).toMatchObject({ n: 4, version: null });
  });

  test("is taken back as if it had never been, but only within its two minutes", async () => {
    await moveTo(design.id, "2026-05-15");
    const { body } = await publish();
    expect(body).toMatchObject({ n: 5, version: 3 });
    const withdraw = `/publications/${body.id}/withdraw`;
    expect((await as(seed.jo).post(withdraw)).status).toBe(403);
    expect((await sam.post(withdraw)).status).toBe(204);
    expect((await sam.post(withdraw)).status).toBe(404);
    expect(await state()).toMatchObject({ count: 1, held: null, last: { n: 4 } });
    expect((await sam.get(`${project}/plan-versions`)).body.items.map(({ n }: Loose) => n)).toEqual([2, 1]);
    const again = (await publish()).body;
    expect(again).toMatchObject({ n: 5, version: 3 });
    minutes(2);
    const late = await sam.post(`/publications/${again.id}/withdraw`);
    expect([late.status, late.body.type]).toEqual([422, expect.stringContaining("publication-out")]);
    const list = (await as(seed.jo).get(`${project}/publications`)).body.items;
    expect(list.map(({ n }: Loose) => n)).toEqual([5, 4, 3, 2, 1]);
  });

  test("of many who publish at once one does", async () => {
    const { hash, last } = await preview();
    const body = { clientText: "", teamText: "", expectedHash: hash, expectedLast: last };
    const tries = [1, 2, 3, 4, 5, 6].map(() => sam.post(`${project}/publications`, body));
    expect((await Promise.all(tries)).map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409, 409,
    ]);
    minutes(5);
    const stale = await sam.post(`${project}/publications`, body);
    expect([stale.status, stale.body.type]).toEqual([409, expect.stringContaining("plan-moved")]);
  });

  test("leaves out what was dropped before anybody knew of it, and says of the rest that it is dropped", async () => {
    const drop = async (id: string) =>
      sam.post(`/milestones/${id}/moves`, { to: "dropped", expected: "draft", reason: "Not needed" });
    await show(audit.id, "client");
    await drop(audit.id);
    expect((await preview()).changes).toEqual([]);
    await drop(design.id);
    expect((await preview()).changes[0].fields).toContainEqual(
      expect.objectContaining({ field: "dropped", from: false, to: true }),
    );
  });

  test("that nobody has heard of yet is a finding of the plan check", async () => {
    const launch = await make(`${project}/milestones`, {
      title: "Launch",
      targetOn: "2026-06-30",
      audience: "client",
    });
    await publish();
    await moveTo(launch.id, "2026-07-03");
    const { findings, milestones } = (await sam.get(`${project}/plan`)).body;
    const shown = milestones.find(({ id }: Loose) => id === launch.id);
    expect([shown.targetOn, shown.toldTargetOn]).toEqual(["2026-07-03", "2026-06-30"]);
    expect(findings.filter(({ id }: Loose) => id === "L16")).toMatchObject([{ subject: { id: launch.id } }]);
  });
});

async function giveContact(name: string, role: string): Promise<void> {
  const amara = as(seed.amara);
  const email = `${name.toLowerCase()}@client.test`;
  const { body } = await amara.post("/contacts", { name, email, clientId: seed.acme.clientId });
  await sam.put(`${project}/contacts/${body.personId}`, { role });
}

async function change(id: string, body: object): Promise<void> {
  const { revision } = (await sam.get(`/milestones/${id}`)).body;
  const { status } = await sam.patch(`/milestones/${id}`, body, { "if-match": `"r${revision}"` });
  expect(status).toBe(200);
}

function show(id: string, audience: string): Promise<void> {
  return change(id, { audience });
}

describe("when its two minutes are over", () => {
  const visible = async () =>
    (await sam.get(`/events?projectId=${seed.acme.id}`)).body.items.filter(
      ({ verb }: Loose) => verb === "publication.visible",
    );

  test("a publication is told once, also by two workers, and one that was taken back never", async () => {
    minutes(10);
    await tellPublications({ kit, database });
    const before = (await visible()).length;
    const { body: undone } = await publish();
    await sam.post(`/publications/${undone.id}/withdraw`);
    const { body } = await publish();
    expect(await tellPublications({ kit, database })).toBe(0);
    minutes(2);
    const told = await Promise.all([1, 2, 3].map(() => tellPublications({ kit, database })));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
    const events = await visible();
    expect(events).toHaveLength(before + 1);
    expect(events[0]).toMatchObject({ audience: "client", subject: { kind: "publication", id: body.id } });
  });
});

describe("what the client is shown beside the plan", () => {
  test("is set on the head page, by who may change the project", async () => {
    const { revision } = (await sam.get(project)).body;
    const head = { "if-match": `"r${revision}"` };
    const wanted = { securityLevel: "account", showsForecast: true, showsCriteria: true };
    expect((await as(seed.jo).patch(project, wanted, head)).status).toBe(403);
    expect((await sam.patch(project, wanted, head)).body).toMatchObject(wanted);
    const other = await sam.patch(project, { securityLevel: "none" }, { "if-match": `"r${revision + 1}"` });
    expect(other.status).toBe(400);
  });
});

test("a project that one client has read is never given to another", async () => {
  const { revision } = (await sam.get(project)).body;
  const head = { "if-match": `"r${revision}"` };
  for (const clientId of [seed.baker.clientId, null]) {
    const { status, body } = await sam.patch(project, { clientId }, head);
    expect([status, body.type]).toEqual([422, expect.stringContaining("client-was-told")]);
  }
  expect((await sam.patch(project, { clientId: seed.acme.clientId }, head)).status).toBe(200);
});
