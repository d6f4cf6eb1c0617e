import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;

test("the owner starts a project and gets a short key", async () => {
  const made = await as(seed.amara).post("/projects", { name: "Rosa Bakery", clientId: seed.acme.clientId });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: "Rosa Bakery",
    key: "ROSA",
    state: "draft",
    currency: "EUR",
    leadId: seed.amara.id,
    clientApproval: true,
  });
  const second = await as(seed.amara).post("/projects", { name: "Rosa Café" });
  expect(second.body.key).toBe("ROSA2");
  const board = await as(seed.amara).get(`/projects/${second.body.id}/board`);
  expect(board.body.columns.map((column: { name: string }) => column.name)).toEqual([
    "To do",
    "Doing",
    "Done",
  ]);
});

test("a key begins with a letter, whatever the name begins with", async () => {
  const keyOf = async (name: string) => (await as(seed.amara).post("/projects", { name })).body.key;
  expect(await keyOf("2026 Relaunch")).toBe("RELAUN");
  expect(await keyOf("3D printing")).toBe("PRINTI");
  expect(await keyOf("2027")).toBe("P");
  expect(await keyOf("Étude")).toBe("ETUDE");
});

test("a project is not due before it starts", async () => {
  const refused = { status: 400, body: { errors: [{ path: "dueOn" }] } };
  const dates = { startOn: "2026-05-02", dueOn: "2026-05-01" };
  expect(await as(seed.amara).post("/projects", { name: "Backwards", ...dates })).toMatchObject(refused);
  const made = await as(seed.amara).post("/projects", { name: "One day", startOn: dates.startOn });
  const path = `/projects/${made.body.id}`;
  const due = (dueOn: string) => as(seed.amara).patch(path, { dueOn }, { "if-match": "r1" });
  expect(await due(dates.dueOn)).toMatchObject(refused);
  expect((await due(dates.startOn)).status).toBe(200);
});

test("projects of one name that start at once all get a key, and a wanted key goes to one of them", async () => {
  const start = (wish: object) =>
    Promise.all(Array.from({ length: 6 }, () => as(seed.amara).post("/projects", wish)));
  const same = await start({ name: "Twins" });
  expect(same.map(({ body }) => body.key).sort()).toEqual([
    "TWINS",
    ...[2, 3, 4, 5, 6].map((n) => `TWINS${n}`),
  ]);
  const wanted = await start({ name: "One", key: "ONLY" });
  expect(wanted.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

test("a member sees only their own projects", async () => {
  const list = await as(seed.kim).get("/projects");
  expect(list.body.items.map((project: { key: string }) => project.key)).toEqual(["BAKER"]);
  expect((await as(seed.kim).get(`/projects/${seed.acme.id}`)).status).toBe(404);
});

test("text is saved only over the revision that was seen", async () => {
  const path = `/projects/${seed.acme.id}`;
  expect((await as(seed.sam).patch(path, { outcome: "A live site" })).status).toBe(428);
  const saved = await as(seed.sam).patch(path, { outcome: "A live site" }, { "if-match": '"r1"' });
  expect(saved).toMatchObject({ status: 200, body: { outcome: "A live site", revision: 2 } });
  const late = await as(seed.amara).patch(path, { outcome: "Another" }, { "if-match": '"r1"' });
  expect(late.status).toBe(412);
  expect(late.body.facts.current.outcome).toBe("A live site");
});

test("nobody else may change it", async () => {
  const path = `/projects/${seed.acme.id}`;
  const change = (person: typeof seed.jo | null) =>
    as(person).patch(path, { name: "X" }, { "if-match": '"r2"' });
  expect((await change(seed.jo)).status).toBe(403);
  expect((await change(seed.gil)).status).toBe(403);
  expect((await change(seed.kim)).status).toBe(404);
  expect((await change(seed.other.owner)).status).toBe(404);
  expect((await change(seed.rex)).status).toBe(401);
  expect((await change(null)).status).toBe(401);
});

test("an unknown field is refused by name", async () => {
  const answer = await as(seed.amara).post("/projects", { name: "X", workspaceId: seed.other.workspaceId });
  expect(answer.status).toBe(400);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.body.errors[0].message).toContain("workspaceId");
});

test("a workspace that is not theirs does not exist for them", async () => {
  expect((await as(seed.kim).get("/projects", { "x-workspace": "other" })).status).toBe(404);
  expect((await as(seed.kim).get("/projects", { "x-workspace": "birch" })).status).toBe(200);
  expect((await as(null).get("/projects", { "x-workspace": "birch" })).status).toBe(401);
});
