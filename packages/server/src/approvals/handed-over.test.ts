import { expect, test } from "vitest";
import { askingAcme, shownHash } from "../testing/approvals.ts";
import { browser, seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { activeMilestone, askWhetherDone, easy } = askingAcme(server, sam, people);

test("a decision from a session that a handed-over link opened says who handed it over", async () => {
  await easy();
  const { body } = await askWhetherDone(await activeMilestone("Copy ready"));
  Object.assign(kit, { mail: { configured: false, from: "" } });
  const path = `/projects/${seed.acme.id}/contacts/${people.dana.id}/handed-over-link`;
  const { url } = (await sam.post(path)).body;
  const phone = browser(server);
  await phone.post(String(url).slice(kit.baseUrl.length), {});
  const page = `/portal/birch/acme/decisions/${body.number}`;
  const hash = shownHash((await phone.get(page)).body);
  expect((await phone.post(page, { verdict: "approved", hash })).status).toBe(303);
  const decisions = await database.maintenance
    .selectFrom("decisions")
    .select(["personId", "handedOverBy", "way"])
    .execute();
  expect(decisions).toEqual([{ personId: people.dana.id, handedOverBy: seed.sam.id, way: "session" }]);
});
