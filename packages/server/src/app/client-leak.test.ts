import { afterAll, expect, test } from "vitest";
import { MAIL_KINDS } from "../mail/letters.ts";
import { linkAddress } from "../mail/mail-link.ts";
import { messageOf } from "../mail/mail-sender.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { EMPTY } from "../testing/leak-columns.ts";
import { type Crawler, crawler, type Fetched } from "../testing/leak-crawler.ts";
import { marksIn, storedSecrets, whereMarks } from "../testing/leak-markers.ts";
import { shownNow } from "../testing/leak-shown.ts";
import { leakWorld, TEAM_NUMBERS } from "../testing/leak-world.ts";
import { requestFor } from "../testing/matrix-request.ts";
import { browser, type SeedContact, sessionCookie } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { LANGUAGES } from "../words/say.ts";
import { ROUTES } from "./routes.ts";

const server = await testServer();
const { app, database, kit, seed, as } = server;
const db = database.maintenance;
const { world, published, contacts, bytes, empty } = await leakWorld(server);
const { dana, lee, mira, finn, rosa } = contacts;
const marks = await whereMarks(db);
const counts = { responses: 0, pages: 0, downloads: 0, mails: 0 };
const ENOUGH = { responses: 3_000, pages: 150, downloads: 16, mails: 200 };
afterAll(() => kit.log.info(counts, "read as clients"));

const homes = ["/portal/birch/acme", "/portal/birch/baker", "/portal/other/other"];
const commons = [
  "/robots.txt",
  "/sitemap.xml",
  "/manifest.json",
  "/healthz",
  "/readyz",
  "/nowhere",
  "/portal/birch/link",
  "/portal/birch/code",
  "/portal/birch/nowhere",
  "/portal/nowhere/acme",
  "/portal.js",
  "/signin",
  "/api/v1/openapi.json",
  "/api/docs",
  "/api/v1/nowhere",
];
/** Whoever holds such an address is its person: it is tried by that person alone. */
const OWN_ADDRESS = /^\/(h|d|i|r|s|a|feeds|reset|invitation)\/[\w-]{20,}/;

/** What somebody may read: of their own project, and nothing else of the world. */
async function allowedFor(person: SeedContact | null, projectId: string): Promise<Set<string>> {
  if (!person) return new Set();
  const now = await shownNow(db, { projectId, personId: person.id });
  return new Set([...now, ...(published.get(projectId) ?? [])]);
}

interface Found {
  path: string;
  what: string;
}

async function leaksIn(
  fetched: readonly Fetched[],
  allowed: ReadonlySet<string>,
  ownBytes: string | undefined,
): Promise<Found[]> {
  const secrets = await storedSecrets(db);
  const forbidden = [
    ...[...secrets].map(([value, place]) => ({ value, what: place })),
    ...[...bytes.teamOnly, ...bytes.client.values()]
      .filter((value) => value !== ownBytes)
      .map((value) => ({ value, what: "the bytes of a file" })),
    ...TEAM_NUMBERS.map((value) => ({ value, what: "an estimate" })),
    ...["a key for tests only", "a secret for tests only", kit.dataDir].map((value) => ({
      value,
      what: "a secret",
    })),
  ];
  return fetched.flatMap(({ path, texts }) => {
    const text = texts.join("\n");
    const foreign = marksIn(text).filter((each) => !allowed.has(each));
    return [
      ...[...new Set(foreign)].map((each) => ({ path, what: marks.get(each) ?? "an older draft" })),
      ...forbidden.filter(({ value }) => text.includes(value)).map(({ what }) => ({ path, what })),
    ];
  });
}

const TEXTS = ["html", "json", "javascript", "nothing"];

function count(fetched: readonly Fetched[]): void {
  counts.responses += fetched.length;
  counts.downloads += fetched.filter(({ kind, status }) => !TEXTS.includes(kind) && status === 200).length;
  counts.pages += fetched.filter(({ kind, status }) => kind === "html" && status === 200).length;
}

/** Every kind of link of this person, as its mail would have it. */
async function linksOf({ id, workspaceId, email }: SeedContact, projectId: string): Promise<string[]> {
  const person = { id, email };
  const wanted = [
    { kind: "home" },
    { kind: "sign-in" },
    { kind: "account" },
    { kind: "feed" },
    ...(await subjectsOf(id)),
    ...(workspaceId === seed.workspaceId ? [{ kind: "home", handedOverBy: seed.sam.id } as const] : []),
  ] as const;
  await database.inWorkspace(workspaceId, async (tx) => {
    for (const each of wanted) await makePersonLink(tx, kit, { workspaceId, person, projectId, ...each });
  });
  const links = await db.selectFrom("links").select(["id", "kind"]).where("personId", "=", id).execute();
  return links.map(({ id: linkId, kind }) => {
    const own = wanted.find((each) => each.kind === kind);
    if (!own) throw new Error(`a ${kind} link is not of a contact`);
    return linkAddress(kit, own.kind, linkId).slice(kit.baseUrl.length);
  });
}

/** What was asked of them, each with a link of its own. */
async function subjectsOf(personId: string) {
  const requests = await db
    .selectFrom("clientRequests")
    .select("id")
    .where("contactId", "=", personId)
    .where("state", "<>", "draft")
    .execute();
  const rounds = await db
    .selectFrom("inputPeople")
    .select("roundId")
    .where("personId", "=", personId)
    .execute();
  const approvals = await db
    .selectFrom("approvalPeople as p")
    .innerJoin("approvals as a", "a.id", "p.approvalId")
    .select("p.approvalId")
    .where("p.personId", "=", personId)
    .where("a.audience", "=", "client")
    .execute();
  return [
    ...requests.map(({ id }) => ({ kind: "request", subjectId: id }) as const),
    ...rounds.map(({ roundId }) => ({ kind: "input", subjectId: roundId }) as const),
    ...approvals.map(({ approvalId }) => ({ kind: "decision", subjectId: approvalId }) as const),
  ];
}

/** A row that only stands for others in its table was never written by `queueMail`. */
const isKind = (kind: string) => MAIL_KINDS.some((each) => each === kind);

/** Everything that anybody found, for the others to try. */
const everywhere = new Set<string>();

async function crawl(person: SeedContact | null, home: string, links: readonly string[]): Promise<Crawler> {
  const cookie = person ? await sessionCookie(server, person, "account") : "";
  const walk = crawler(server, cookie);
  for (const path of [home, ...commons, ...links]) await walk.follow(path);
  for (const { path } of walk.fetched) if (!OWN_ADDRESS.test(path)) everywhere.add(path);
  return walk;
}

const READERS = [
  { name: "the approver", person: dana, projectId: seed.acme.id, home: "/portal/birch/acme" },
  { name: "the observer", person: lee, projectId: seed.acme.id, home: "/portal/birch/acme" },
  {
    name: "another client of the workspace",
    person: mira,
    projectId: seed.baker.id,
    home: "/portal/birch/baker",
  },
  {
    name: "a client of another house",
    person: finn,
    projectId: seed.other.project.id,
    home: "/portal/other/other",
  },
] as const;

test("every table has something that could leak", () => {
  expect(empty).toEqual(EMPTY);
  expect(marks.size).toBeGreaterThan(500);
});

test.each(READERS)(
  "P2, A16, A24, G2: all that $name can follow holds nothing of the team",
  async (reader) => {
    const { person, projectId, home } = reader;
    const links = await linksOf(person, projectId);
    const allowed = await allowedFor(person, projectId);
    for (const language of LANGUAGES) {
      await db.updateTable("persons").set({ language }).where("id", "=", person.id).execute();
      const walk = await crawl(person, home, links);
      expect(await leaksIn(walk.fetched, allowed, bytes.client.get(projectId))).toEqual([]);
      const failed = walk.fetched.filter(({ status }) => status >= 500);
      expect(failed.map(({ path, status }) => `${status} ${path}`)).toEqual([]);
      const own = walk.fetched.filter(({ path, status }) => status === 200 && path.startsWith(home));
      expect(own.length).toBeGreaterThanOrEqual(5);
      expect(walk.fetched.some(({ texts }) => marksIn(texts.join()).length > 0)).toBe(true);
      count(walk.fetched);
    }
  },
);

test("P1: what one of them found, the others, somebody removed and nobody find shut", async () => {
  const gone = await sessionCookie(server, rosa, "account");
  const links = await linksOf(rosa, seed.acme.id);
  expect((await browser(server, gone).get("/portal/birch/acme")).status).toBe(200);
  expect((await as(seed.amara).delete(`/contacts/${rosa.id}`)).status).toBe(204);
  const wanderers = [
    ...(await Promise.all(
      READERS.map(async ({ person, projectId }) => ({
        cookie: await sessionCookie(server, person, "account"),
        allowed: await allowedFor(person, projectId),
        own: bytes.client.get(projectId),
        links: [] as string[],
      })),
    )),
    { cookie: gone, allowed: new Set<string>(), own: undefined, links },
    { cookie: "", allowed: new Set<string>(), own: undefined, links: [] },
  ];
  for (const { cookie, allowed, own, links: more } of wanderers) {
    const walk = crawler(server, cookie);
    for (const path of [...everywhere, ...homes, ...more]) await walk.open(path);
    expect(await leaksIn(walk.fetched, allowed, own)).toEqual([]);
    count(walk.fetched);
  }
  const removed = crawler(server, gone);
  for (const path of [...everywhere].filter((each) => each.startsWith("/portal/birch/acme"))) {
    const { status } = await removed.open(path);
    expect([path, [401, 404, 410].includes(status)]).toEqual([path, true]);
  }
  for (const path of links)
    expect([path, (await removed.open(path)).status]).toEqual([path, path.startsWith("/feeds/") ? 404 : 410]);
});

test("G1: the API has no answer for people of clients, search and live updates included", async () => {
  const places = [world.own, world.sibling, world.foreign].flatMap((place) =>
    ["", "birch", "other"].map((workspace) => [place, workspace] as const),
  );
  for (const { person } of READERS) {
    const cookie = await sessionCookie(server, person, "account");
    const actor = { id: person.id, userId: "", name: "", email: "", cookie, token: "" };
    const fetched: Fetched[] = [];
    for (const route of ROUTES.filter(({ method, policy }) => method === "GET" && policy !== "public"))
      for (const [place, workspace] of places) {
        const asked = requestFor(route, place, world, actor);
        const headers = { ...asked.headers, ...(workspace ? { "x-workspace": workspace } : {}) };
        const answer = await app.inject({ ...asked, headers });
        expect([route.id, answer.statusCode]).toEqual([route.id, 401]);
        fetched.push({ path: route.path, status: 401, kind: "json", texts: [answer.body] });
      }
    expect(await leaksIn(fetched, new Set(), undefined)).toEqual([]);
    count(fetched);
  }
});

test("A16: no mail to a contact carries anything of the team", async () => {
  const asks = await db
    .selectFrom("persons")
    .select(["id", "email"])
    .where(
      "id",
      "in",
      READERS.map(({ person }) => person.id),
    )
    .execute();
  for (let turn = 0; turn < 14; turn++) {
    kit.at = new Date(kit.at.getTime() + 16 * 60_000);
    await Promise.all(
      asks.flatMap(({ id, email }) =>
        [1, 2, 3, 4].map(() =>
          browser(server).post(`/portal/${id === finn.id ? "other" : "birch"}/link`, { email }),
        ),
      ),
    );
  }
  const rows = await db.selectFrom("mails").selectAll().where("personId", "is not", null).execute();
  const kinds = new Set<string>();
  for (const { person, projectId } of READERS) {
    const fetched: Fetched[] = [];
    for (const row of rows.filter(({ personId, kind }) => personId === person.id && isKind(kind))) {
      const { html, text, to: _reader, ...head } = await messageOf(database, kit, row);
      kinds.add(row.kind);
      fetched.push({ path: row.kind, status: 200, kind: "mail", texts: [html, text, JSON.stringify(head)] });
    }
    expect(await leaksIn(fetched, await allowedFor(person, projectId), undefined)).toEqual([]);
    counts.mails += fetched.length;
  }
  expect([...kinds]).toEqual(expect.arrayContaining(["decision", "home"]));
});

test("the same net catches what the team reads", async () => {
  const team = crawler(server, seed.sam.cookie);
  const board = await team.open(`/api/v1/projects/${seed.acme.id}/board`);
  const card = await team.open(`/api/v1/cards/${world.own.ids.cardId}`);
  const allowed = await allowedFor(dana, seed.acme.id);
  const found = await leaksIn([board, card], allowed, undefined);
  expect(found.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["milepost.cards.title", "an estimate"]),
  );
});

test(`G2: ${ENOUGH.responses} responses with ${ENOUGH.pages} pages and ${ENOUGH.mails} mails were read at least`, () => {
  for (const key of ["responses", "pages", "downloads", "mails"] as const)
    expect([key, counts[key]]).toEqual([key, Math.max(counts[key], ENOUGH[key])]);
});
