import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const path = `/projects/${seed.acme.id}/milestones`;

test("the lead adds a milestone and it gets a number", async () => {
  const first = await as(seed.sam).post(path, {
    title: "Brief agreed",
    startOn: "2026-03-02",
    targetOn: "2026-03-13",
    ownerId: seed.jo.id,
    priceMinor: 150_000,
  });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    ref: "ACME-M1",
    number: 1,
    state: "draft",
    workingDays: 10,
    ownerId: seed.jo.id,
    priceMinor: 150_000,
    currency: "EUR",
    audience: "team",
    weight: null,
    criteria: [],
    moves: [],
    revision: 1,
  });
  const second = await as(seed.amara).post(path, { title: "Design approved" });
  expect(second.body).toMatchObject({ ref: "ACME-M2", workingDays: null });
});

test("a window cannot end before it starts", async () => {
  const answer = await as(seed.sam).post(path, { title: "X", startOn: "2026-04-02", targetOn: "2026-04-01" });
  expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:window-backwards" } });
});
