import { spawnSync } from "node:child_process";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { browser, type SeedContact, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit, database, app } = server;
const { dana, lee, mira } = await seedContacts(server);
const { workspaceId, acme, sam, jo, gil } = seed;
const at = "/portal/birch/acme";

await database.inWorkspace(workspaceId, (tx) =>
  tx
    .updateTable("projects")
    .set({ securityLevel: "easy" })
    .where("id", "in", [acme.id, seed.baker.id])
    .execute(),
);
const plan = await publishedPlan(server, [
  { title: "Content; ready, “ü” 日本", targetOn: "2026-03-29" },
  { title: "Launch", targetOn: "2026-12-31" },
]);
const [first = "", second = ""] = plan.ids;
await database.inWorkspace(workspaceId, (tx) =>
  tx.updateTable("milestones").set({ ownerId: jo.id }).where("id", "=", first).execute(),
);
await plan.move(second, "2027-02-28");
await as(sam).post(`/projects/${acme.id}/milestones`, { title: "ZEBRA team only", targetOn: "2026-05-05" });
const card = await as(sam).post(`/projects/${acme.id}/cards`, { title: "ZEBRA card", dueOn: "2026-04-04" });
await as(sam).post(`/cards/${card.body.id}/people`, { personId: jo.id });
await database.inWorkspace(workspaceId, async (tx) => {
  await tx.insertInto("cardPeople").values({ workspaceId, cardId: card.body.id, personId: gil.id }).execute();
  await tx
    .insertInto("reviewInvitees")
    .values({ workspaceId, projectId: acme.id, personId: jo.id })
    .execute();
  for (const dueAt of ["2026-03-27T09:00:00Z", "2026-03-30T08:00:00Z"])
    await tx
      .insertInto("reviews")
      .values({
        ...{
          workspaceId,
          projectId: acme.id,
          id: newId(),
          dueAt: new Date(dueAt),
          dueOn: dueAt.slice(0, 10),
        },
        ...{ leaderId: null, milestoneId: null, heldBy: null, skippedBy: null, publicationId: null },
        ...{ remindedAt: null, openedAt: null, clientPartAt: null, heldAt: null, skippedAt: null },
        ...{ snapshot: null, hash: null },
      })
      .execute();
});

interface Wanted {
  projectId: string | null;
  withCards: boolean;
}

const ask = (person: typeof sam, { projectId, ...wanted }: Wanted) =>
  as(person).post(projectId === null ? "/me/feeds" : `/projects/${projectId}/feeds`, wanted);

async function make(person: typeof sam, wanted: Wanted): Promise<string> {
  const answer = await ask(person, wanted);
  expect(answer.status).toBe(201);
  return answer.body.url.slice(kit.baseUrl.length);
}

async function makeFor(contact: SeedContact, path = at): Promise<string> {
  const phone = await signedIn(server, contact);
  const { body } = await phone.post(`${path}/calendar`, { do: "make" });
  return /\/feeds\/[\w-]{43}\.ics/.exec(body)?.[0] ?? "";
}

const get = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "GET", url: path, headers });

async function read(path: string) {
  const { statusCode, headers, body } = await get(path);
  expect([statusCode, headers["content-type"], headers["set-cookie"]]).toEqual([
    200,
    "text/calendar; charset=utf-8",
    undefined,
  ]);
  const root = new ICAL.Component(ICAL.parse(body));
  return root.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const { summary, uid, startDate, endDate, description } = event;
    const [from, to] = [startDate.toString(), endDate.toString()];
    return { summary, uid, isDay: startDate.isDate, from, to, description };
  });
}

describe("a member's feed", () => {
  test("has what is theirs in all projects, as the team plans it, and reviews at their moment", async () => {
    const events = await read(await make(jo, { projectId: null, withCards: false }));
    expect(events).toMatchObject([
      {
        summary: "◆ Content; ready, “ü” 日本 · ACME project",
        uid: `milestone-${first}`,
        isDay: true,
        from: "2026-03-29",
        to: "2026-03-30",
        description: `${kit.baseUrl}/p/acme/m/1`,
      },
      { summary: "Review · ACME project", isDay: false, from: "2026-03-27T09:00:00Z" },
      { summary: "Review · ACME project", isDay: false, from: "2026-03-30T08:00:00Z" },
    ]);
  });

  test("of a project has all its milestones, and due cards where that was wished", async () => {
    const events = await read(await make(sam, { projectId: acme.id, withCards: true }));
    expect(events.map(({ summary, from }) => [from, summary.split(" · ")[0]])).toEqual([
      ["2026-03-29", "◆ Content; ready, “ü” 日本"],
      ["2026-05-05", "◆ ZEBRA team only"],
      ["2027-02-28", "◆ Launch"],
      ["2026-04-04", "ZEBRA card"],
    ]);
    const guest = await read(await make(gil, { projectId: acme.id, withCards: true }));
    expect(guest.map(({ summary }) => summary)).toEqual(["ZEBRA card · ACME project"]);
  });

  test("A15: is made of nothing that its person does not see", async () => {
    for (const projectId of [seed.baker.id, seed.other.project.id, newId()]) {
      const { status } = await ask(jo, { projectId, withCards: false });
      expect([projectId, status]).toEqual([projectId, 404]);
    }
  });

  test("is listed without its address, and ended by its person alone", async () => {
    const path = await make(sam, { projectId: null, withCards: true });
    const { items } = (await as(sam).get("/me/feeds")).body;
    const own = items.at(-1);
    expect(own).toMatchObject({ project: null, withCards: true });
    expect(JSON.stringify(items)).not.toContain("/feeds/");
    expect((await as(jo).delete(`/me/feeds/${own.id}`)).status).toBe(404);
    expect((await get(path)).statusCode).toBe(200);
    expect((await as(sam).delete(`/me/feeds/${own.id}`)).status).toBe(204);
    const [ended, never] = [await get(path), await get(`/feeds/${"a".repeat(43)}.ics`)];
    const plain = ({ body }: { body: string }) => body.replace(/"requestId":"[^"]*"/, "");
    expect([ended.statusCode, plain(ended)]).toEqual([404, plain(never)]);
  });

  test("is renewed with what it shows, and the address before ends at once", async () => {
    const path = await make(sam, { projectId: acme.id, withCards: true });
    const { items } = (await as(sam).get("/me/feeds")).body;
    const { id } = items.at(-1);
    expect((await as(jo).post(`/me/feeds/${id}/renew`)).status).toBe(404);
    const { status, body } = await as(sam).post(`/me/feeds/${id}/renew`);
    const next = body.url.slice(kit.baseUrl.length);
    expect([status, (await get(path)).statusCode, (await read(next)).length]).toEqual([201, 404, 4]);
    expect((await as(sam).post(`/me/feeds/${id}/renew`)).status).toBe(404);
    expect((await as(sam).get("/me/feeds")).body.items).toHaveLength(items.length);
  });

  test("is one of twenty at most", async () => {
    const some = { projectId: null, withCards: false };
    while ((await as(gil).get("/me/feeds")).body.items.length < 20) await make(gil, some);
    const { status, body } = await ask(gil, some);
    expect([status, body.type]).toMatchObject([422, expect.stringContaining("too-many-feeds")]);
  });

  test("says the same in the same bytes, and nothing new to who has it", async () => {
    const path = await make(sam, { projectId: acme.id, withCards: false });
    const answer = await get(path);
    kit.at = new Date(kit.at.getTime() + 60_000);
    expect((await get(path)).body).toBe(answer.body);
    expect(answer.body).toMatch(/REFRESH-INTERVAL|X-PUBLISHED-TTL/);
    const known = await get(path, { "if-none-match": String(answer.headers.etag) });
    expect([known.statusCode, known.body]).toEqual([304, ""]);
  });
});

describe("a client's feed", () => {
  test("U17: has what was published, and nothing of the team", async () => {
    const path = await makeFor(dana);
    const events = await read(path);
    expect(events.map(({ summary, from }) => [from, summary])).toEqual([
      ["2026-03-29", "◆ Content; ready, “ü” 日本 · ACME project"],
      ["2026-12-31", "◆ Launch · ACME project"],
    ]);
    expect((await get(path)).body).not.toMatch(/ZEBRA|202702|2027-02|Review/);
  });

  test("is made by a button alone, shown once, and a new one ends the one before", async () => {
    const phone = await signedIn(server, lee);
    expect((await phone.get(`${at}/calendar`)).body).not.toContain("/feeds/");
    const links = async () => {
      const query = database.maintenance.selectFrom("links").select("id").where("personId", "=", lee.id);
      return (await query.where("kind", "=", "feed").execute()).length;
    };
    expect(await links()).toBe(0);
    const one = await makeFor(lee);
    expect((await phone.get(`${at}/calendar`)).body).not.toContain("/feeds/");
    const two = await makeFor(lee);
    expect([(await get(one)).statusCode, (await get(two)).statusCode]).toEqual([404, 200]);
    await phone.post(`${at}/calendar`, { do: "end" });
    expect((await get(two)).statusCode).toBe(404);
  });

  test("A15: is not of a project in which they have no part", async () => {
    const phone = await signedIn(server, mira);
    expect((await phone.get(`${at}/calendar`)).status).toBe(404);
    expect((await browser(server).get(`${at}/calendar`)).status).toBe(401);
  });

  test("is seen by the team without its address, and ended by who manages the project", async () => {
    const path = await makeFor(dana);
    const access = (await as(sam).get(`/projects/${acme.id}/client-access`)).body;
    const named = access.people.map(({ name, hasFeed }: { name: string; hasFeed: boolean }) => [
      name,
      hasFeed,
    ]);
    expect(named).toEqual([
      ["Dana Reyes", true],
      ["Lee Marsh", false],
    ]);
    const feed = `/projects/${acme.id}/contacts/${dana.id}/feed`;
    expect((await as(jo).delete(feed)).status).toBe(403);
    expect((await as(sam).delete(feed)).status).toBe(204);
    expect((await get(path)).statusCode).toBe(404);
  });
});

describe("P10: access that ends takes the feed with it", () => {
  test("a contact who leaves the project", async () => {
    const path = await makeFor(mira, "/portal/birch/baker");
    expect((await get(path)).statusCode).toBe(200);
    await as(seed.amara).delete(`/projects/${seed.baker.id}/contacts/${mira.id}`);
    expect((await get(path)).statusCode).toBe(404);
  });

  test("another password, and a member who is removed", async () => {
    const [own, project] = [
      await make(jo, { projectId: null, withCards: true }),
      await make(jo, { projectId: acme.id, withCards: true }),
    ];
    await database.outside
      .insertInto("auth.account")
      .values({
        ...{ id: newId(), accountId: jo.userId, providerId: "credential", userId: jo.userId },
        ...{ password: "quick:another" },
      })
      .execute();
    expect((await get(own)).statusCode).toBe(404);
    const again = await make(jo, { projectId: null, withCards: true });
    expect((await get(again)).statusCode).toBe(200);
    expect((await as(seed.amara).delete(`/members/${jo.id}`)).status).toBe(204);
    expect([(await get(again)).statusCode, (await get(project)).statusCode]).toEqual([404, 404]);
  });
});

const ZONES = [
  ...["Pacific/Kiritimati", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Fiji"],
  ...["Australia/Sydney", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Darwin", "Asia/Tokyo"],
  ...["Asia/Seoul", "Asia/Shanghai", "Asia/Manila", "Asia/Bangkok", "Asia/Yangon", "Asia/Dhaka"],
  ...["Asia/Kathmandu", "Asia/Kolkata", "Asia/Karachi", "Asia/Kabul", "Asia/Dubai", "Asia/Tehran"],
  ...["Europe/Moscow", "Africa/Nairobi", "Europe/Athens", "Africa/Cairo", "Europe/Berlin", "Africa/Lagos"],
  ...["Europe/London", "Europe/Lisbon", "Atlantic/Azores", "Atlantic/Cape_Verde", "America/Sao_Paulo"],
  ...["America/St_Johns", "America/Halifax", "America/New_York", "America/Chicago", "America/Denver"],
  ...["America/Los_Angeles", "Pacific/Honolulu", "Pacific/Pago_Pago"],
];

test(`G11: the same days and moments, byte by byte, wherever the server runs (${ZONES.length} zones)`, () => {
  const program = `const { calendarText } = await import(${JSON.stringify(new URL("./calendar-text.ts", import.meta.url).href)});
    const texts = new Set();
    for (const zone of ${JSON.stringify(ZONES)}) {
      process.env.TZ = zone;
      const all = { uid: "x", title: "T", description: "", url: "http://x.test/", createdAt: new Date("2026-01-01T00:00:00Z"), revision: 1 };
      const days = ["2026-03-29", "2026-10-25", "2028-02-29", "2026-12-31", "2027-01-01", "2026-03-08"].map((on) => ({ ...all, on }));
      texts.add(calendarText("N", [...days, { ...all, at: new Date("2026-03-29T01:30:00Z"), minutes: 60 }]));
    }
    console.log(JSON.stringify([...texts]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  const texts: string[] = JSON.parse(stdout);
  expect(texts).toHaveLength(1);
  for (const day of ["20260329", "20261025", "20280229", "20261231", "20270101", "20260308"])
    expect(texts[0]).toContain(`DTSTART;VALUE=DATE:${day}`);
  expect(texts[0]).toContain("DTSTART:20260329T013000Z");
});
