import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();

test("everybody learns who they are and what they may do", async () => {
  const me = (await as(seed.sam).get("/me")).body;
  expect(me).toMatchObject({
    person: { id: seed.sam.id, email: "sam@example.test", language: "en" },
    role: "member",
    workspace: { name: "Studio Birch", slug: "birch", currency: "EUR" },
    totp: false,
  });
  expect(me.can).toContain("client.read");
  expect(me.can).not.toContain("workspace.edit");
  expect((await as(seed.amara).get("/me")).body.can).toContain("workspace.own");
});

test("a profile is changed over the revision that was seen", async () => {
  expect((await as(seed.jo).patch("/me", { name: "Johanna" })).status).toBe(428);
  const saved = await as(seed.jo).patch(
    "/me",
    { name: "Johanna", zone: "Europe/Lisbon" },
    { "if-match": '"r1"' },
  );
  expect(saved).toMatchObject({
    status: 200,
    body: { person: { name: "Johanna", zone: "Europe/Lisbon" }, revision: 2 },
  });
  expect((await as(seed.jo).patch("/me", { name: "Late" }, { "if-match": '"r1"' })).status).toBe(412);
});

test("A06: a profile carries neither role nor workspace", async () => {
  for (const key of ["role", "workspaceId", "personId", "userId", "email", "status", "isAdmin"]) {
    const answer = await as(seed.jo).patch("/me", { [key]: "owner" }, { "if-match": '"r2"' });
    expect([key, answer.status]).toEqual([key, 400]);
  }
  expect((await as(seed.jo).get("/me")).body).toMatchObject({ role: "member", revision: 2 });
});
