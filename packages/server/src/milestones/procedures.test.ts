import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;

test("a procedure is written down once and used everywhere", async () => {
  const made = await as(seed.jo).post("/procedures", {
    name: "Go live",
    steps: ["Back up", "Switch", "Look"],
  });
  expect(made).toMatchObject({ status: 201, body: { steps: ["Back up", "Switch", "Look"], revision: 1 } });
  const path = `/procedures/${made.body.id}`;
  expect((await as(seed.jo).patch(path, { steps: ["Back up"] })).status).toBe(428);
  const changed = await as(seed.kim).patch(path, { steps: ["Back up"] }, { "if-match": '"r1"' });
  expect(changed.body).toMatchObject({ name: "Go live", steps: ["Back up"], revision: 2 });
  expect((await as(seed.gil).get("/procedures")).body.items).toHaveLength(1);
  expect((await as(seed.gil).delete(path)).status).toBe(403);
  expect((await as(seed.other.owner).delete(path)).status).toBe(404);
  expect((await as(seed.jo).delete(path)).status).toBe(204);
  expect((await as(seed.jo).get("/procedures")).body.items).toEqual([]);
});
