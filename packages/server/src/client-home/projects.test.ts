import { expect, test } from "vitest";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database } = server;
const { dana, finn } = await seedContacts(server);
const phone = await signedIn(server, dana);
const house = "/portal/birch";

test("with one project the way leads on to it, by the house's name and by its own", async () => {
  for (const path of [house, "/portal/acme"]) {
    const { status, headers } = await phone.get(path);
    expect([path, status, headers.location]).toEqual([path, 303, "/portal/birch/acme"]);
  }
  expect((await browser(server).get(house)).status).toBe(401);
  expect((await phone.get("/portal/baker")).status).toBe(404);
  expect((await (await signedIn(server, finn)).get(house)).status).toBe(404);
});

test("over several projects each says how it stands, and nothing of it before a code that it asks for", async () => {
  await publishedPlan(server, [{ title: "Launch", targetOn: "2026-03-26", priceMinor: 100 }]);
  const second = await as(seed.amara).post("/projects", {
    name: "Second site",
    clientId: seed.acme.clientId,
  });
  await as(seed.amara).put(`/projects/${second.body.id}/contacts/${dana.id}`, { role: "observer" });
  const { body } = await phone.get(house);
  expect(body).toContain("On the road to Launch, Thu 26 Mar.");
  expect(body).toContain("Second site");
  expect(body).not.toContain("Baker project");
  const weak = await (await signedIn(server, dana, "link")).get(house);
  expect(weak.body).toContain("ACME project");
  expect(weak.body).not.toContain("Launch");
  expect((await phone.post(house, { language: "de" })).headers.location).toBe(house);
  expect((await phone.get(house)).body).toContain("Ihre Projekte");
  await database.inWorkspace(seed.workspaceId, (tx) =>
    tx.deleteFrom("contactRoles").where("personId", "=", dana.id).execute(),
  );
  expect((await phone.get(house)).status).toBe(404);
});
