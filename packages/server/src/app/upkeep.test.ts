import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { UPKEEP } from "./upkeep.ts";

const server = await testServer();
const { database, kit, seed } = server;
const { dana, lee } = await seedContacts(server);
const { workspaceId, acme } = seed;
const DAY = 86_400_000;

test("ways in that open nothing any more are gone after their time, and so are views after a year", async () => {
  const db = database.maintenance;
  const link = (lastsMs: number) =>
    database.inWorkspace(workspaceId, (tx) =>
      makePersonLink(tx, kit, { workspaceId, kind: "home", person: dana, projectId: acme.id, lastsMs }),
    );
  const [short, long] = [await link(DAY), await link(800 * DAY)];
  const code = (lastsMs: number) => ({
    workspaceId,
    id: newId(),
    personId: dana.id,
    hash: newId(),
    expiresAt: new Date(kit.at.getTime() + lastsMs),
    usedAt: null,
  });
  const codes = [code(DAY), code(500 * DAY)];
  await db.insertInto("signInCodes").values(codes).execute();
  const view = (days: number) => ({
    workspaceId,
    id: newId(),
    personId: dana.id,
    projectId: acme.id,
    linkId: short,
    page: "home",
    fetchedAt: new Date(kit.at.getTime() + days * DAY),
    seenAt: null,
  });
  const views = [view(0), view(300)];
  await db.insertInto("portalViews").values(views).execute();
  const [danas, lees] = [await signedIn(server, dana), await signedIn(server, lee)];
  kit.at = new Date(kit.at.getTime() + 100 * DAY);
  await lees.get("/portal/birch/acme");
  kit.at = new Date(kit.at.getTime() + 150 * DAY);
  await lees.get("/portal/birch/acme");
  kit.at = new Date(kit.at.getTime() + 120 * DAY);
  await UPKEEP["forget-ways-in"](server);

  const ids = async (table: "links" | "signInCodes" | "portalViews") =>
    (await db.selectFrom(table).select("id").execute()).map(({ id }) => id);
  expect(await ids("links")).toEqual([long]);
  expect(await ids("signInCodes")).toEqual([codes[1]?.id]);
  expect(await ids("portalViews")).toContain(views[1]?.id);
  expect(await ids("portalViews")).not.toContain(views[0]?.id);
  const sessions = await db.selectFrom("contactSessions").select("personId").execute();
  expect(sessions).toEqual([{ personId: lee.id }]);
  expect((await danas.get("/portal/birch/acme")).status).toBe(401);
});
