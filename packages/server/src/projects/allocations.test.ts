import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const path = `/availability/${seed.jo.id}/allocations`;

test("half of the time elsewhere is said by the person, and why is read by nobody else", async () => {
  const wish = { percent: 50, label: "University", detail: "Thesis on zebras", fromOn: "2026-03-02" };
  const { status, body } = await as(seed.jo).post("/allocations", wish);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    items: [{ ...wish, personId: seed.jo.id, project: null, toOn: null }],
    over: [],
  });
  for (const other of [seed.amara, seed.ada, seed.sam]) {
    const seen = (await as(other).get(path)).body;
    expect(seen.items[0]).toMatchObject({ label: "University", detail: "" });
    expect(JSON.stringify([seen, (await as(other).get("/events")).body])).not.toContain("zebra");
  }
  expect((await as(seed.gil).get(path)).status).toBe(403);
});

test("a project that the reader does not see is other work, without its name", async () => {
  const wish = {
    personId: seed.jo.id,
    percent: 60,
    projectId: seed.baker.id,
    fromOn: "2026-05-04",
    toOn: "2026-05-29",
  };
  const { body } = await as(seed.amara).post("/allocations", wish);
  expect(body.items[1]).toMatchObject({ label: "BAKER project", project: { key: "BAKER" } });
  const seen = (await as(seed.sam).get(path)).body;
  expect(seen.items[1]).toMatchObject({ label: "Other work", project: null, percent: 60 });
  expect(JSON.stringify(seen)).not.toContain("BAKER");
});

test("more than all of the time may be given away, and is said", async () => {
  expect((await as(seed.jo).get(path)).body.over).toEqual([
    { fromOn: "2026-05-04", toOn: "2026-05-29", percent: 110 },
  ]);
});

test("nobody gives away the time of others, nor to a project that they do not see", async () => {
  const wish = { personId: seed.jo.id, percent: 10 };
  expect((await as(seed.sam).post("/allocations", wish)).status).toBe(403);
  expect((await as(seed.jo).post("/allocations", { percent: 10, projectId: seed.baker.id })).status).toBe(
    404,
  );
  expect((await as(seed.jo).post("/allocations", { percent: 0 })).status).toBe(400);
  const backwards = { percent: 10, fromOn: "2026-05-02", toOn: "2026-05-01" };
  expect((await as(seed.jo).post("/allocations", backwards)).body.errors[0].path).toBe("toOn");
});

test("what was given is taken back", async () => {
  const { items } = (await as(seed.jo).get(path)).body;
  expect((await as(seed.kim).delete(`/allocations/${items[1].id}`)).status).toBe(403);
  expect((await as(seed.jo).delete(`/allocations/${items[1].id}`)).status).toBe(204);
  expect((await as(seed.jo).get(path)).body).toMatchObject({ items: [items[0]], over: [] });
});

test("plans count on what is left: part-time, leave and half of the time elsewhere overbook Jo", async () => {
  const sam = as(seed.sam);
  await as(seed.jo).post("/days-off", { fromOn: "2026-05-01", toOn: "2026-05-05" });
  const part = [[540, 780]];
  const week = [part, part, part, part, [], [], []];
  await as(seed.jo).post("/work-patterns", { week, fromOn: "2026-04-27" });
  const { body: milestone } = await sam.post(`/projects/${seed.acme.id}/milestones`, {
    title: "Copy approved",
    ownerId: seed.jo.id,
    startOn: "2026-05-04",
    targetOn: "2026-05-07",
  });
  const card = (
    await sam.post(`/projects/${seed.acme.id}/cards`, { title: "Write", milestoneId: milestone.id })
  ).body;
  const likely = { low: null, likely: 600, high: null };
  const none = { low: null, likely: null, high: null };
  await sam.put(`/cards/${card.id}/estimate`, { ...likely, expected: none });
  await sam.put(`/cards/${card.id}/people`, { add: [seed.jo.id] });
  const { findings } = (await sam.get(`/projects/${seed.acme.id}/plan`)).body;
  const overbooked = findings.filter(({ id }: Loose) => id === "L7").map(({ why }: Loose) => why);
  expect(overbooked).toEqual([expect.stringMatching(/10 h of cards .* and 4 h to do them/)]);
});
