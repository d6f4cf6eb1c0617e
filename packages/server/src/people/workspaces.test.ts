import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { insertMember, insertPerson } from "../people/joining.store.ts";
import { testServer } from "../testing/server.ts";

const { seed, as, database } = await testServer();
const slugs = async (answer: Promise<{ body: { items: { slug: string }[] } }>) =>
  (await answer).body.items.map(({ slug }) => slug).sort();

test("everybody is told the workspaces they work in, and no other", async () => {
  expect(await slugs(as(seed.jo).get("/workspaces"))).toEqual(["birch"]);
  expect(await slugs(as(seed.other.owner).get("/workspaces"))).toEqual(["other"]);
  expect((await as(null).get("/workspaces")).status).toBe(401);
  expect((await as(seed.rex).get("/workspaces")).status).toBe(401);
});

test("somebody in two workspaces is told both, whichever they name, and enters each by its name", async () => {
  const { workspaceId } = seed.other;
  const { userId, email } = seed.sam;
  await database.inWorkspace(workspaceId, async (tx) => {
    const personId = newId();
    await insertPerson(tx, { workspaceId, id: personId, name: "Sam", email, zone: "UTC", country: null });
    await insertMember(tx, { workspaceId, personId, userId, role: "guest" });
  });
  const sam = as(seed.sam);
  expect(await slugs(sam.get("/workspaces"))).toEqual(["birch", "other"]);
  expect(await slugs(sam.get("/workspaces", { "x-workspace": "other" }))).toEqual(["birch", "other"]);
  const roleIn = async (slug: string) => (await sam.get("/me", { "x-workspace": slug })).body.role;
  expect([await roleIn("birch"), await roleIn("other")]).toEqual(["member", "guest"]);
  expect((await sam.get("/me?workspace=nowhere")).status).toBe(404);
  expect((await as(seed.jo).get("/me", { "x-workspace": "other" })).status).toBe(404);
});
