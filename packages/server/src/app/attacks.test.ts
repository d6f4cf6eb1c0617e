import { sql } from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";
import { isOpen } from "../access/route.ts";
import { fingerprint } from "../testing/fingerprint.ts";
import { actorsOf } from "../testing/matrix-expectation.ts";
import { requestFor } from "../testing/matrix-request.ts";
import { makeWorld } from "../testing/matrix-world.ts";
import { contactActors } from "../testing/portal.ts";
import type { SeedPerson } from "../testing/seed.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { ROUTES } from "./routes.ts";

const server = await testServer();
const { app, database, seed, as } = server;
const world = await makeWorld(database.maintenance, seed);
const { own, sibling, foreign } = world;
const actors = actorsOf(seed, await contactActors(server));

const CANARIES = {
  password: "CANARY-PASSWORD-HASH",
  secondFactor: "CANARY-TOTP-SEED",
  backupCodes: "CANARY-BACKUP-CODES",
  link: "CANARY-LINK-HASH",
  linkKey: "a key for tests only",
};

async function plantCanaries(): Promise<void> {
  const db = database.maintenance;
  const userId = seed.jo.userId;
  await sql`insert into auth.account (id, account_id, provider_id, user_id, password)
    values ('canary', 'canary', 'credential', ${userId}, ${CANARIES.password})`.execute(db);
  await sql`insert into auth.two_factor (id, secret, backup_codes, user_id)
    values ('canary', ${CANARIES.secondFactor}, ${CANARIES.backupCodes}, ${userId})`.execute(db);
  await sql`update auth.passkey set public_key = 'CANARY-PUBLIC-KEY' where user_id = ${userId}`.execute(db);
  const link = {
    workspaceId: seed.workspaceId,
    id: seed.jo.id,
    kind: "invitation",
    hash: CANARIES.link,
    email: "x@example.test",
  };
  const open = { userId: null, consumedAt: null, supersededAt: null, handedOverBy: null };
  await db
    .insertInto("links")
    .values({
      ...link,
      ...open,
      invitationId: own.ids.invitationId ?? null,
      expiresAt: new Date("2027-01-01"),
    })
    .execute();
}

test("A21, A22: no answer carries a hash, a token, a seed or a key", async () => {
  await plantCanaries();
  const tokens = Object.values(actors).flatMap((person) => (person ? [person.token] : []));
  const { rows } = await sql<{ token: string }>`select token from auth.session`.execute(database.maintenance);
  const markers = [
    ...Object.values(CANARIES),
    ...tokens,
    ...rows.map(({ token }) => token),
    "postgres:",
    "smtp:",
  ];
  let read = 0;
  for (const route of ROUTES.filter(({ method, id }) => method === "GET" && id !== "live")) {
    for (const person of [...Object.values(actors)]) {
      const answer = await app.inject(requestFor(route, own, world, person));
      const found = markers.filter((marker) => answer.body.includes(marker));
      expect([route.id, person?.name, found]).toEqual([route.id, person?.name, []]);
      if (answer.statusCode === 200) read++;
    }
  }
  expect(read).toBeGreaterThan(50);
});

test("A24: pages that nobody signs in for tell nothing about tenants", async () => {
  const secrets = [
    seed.workspaceId,
    "Studio Birch",
    "Other House",
    "Amara",
    "ACME",
    "BAKER",
    "example.test",
    own.project.id,
  ];
  const paths = [
    "/robots.txt",
    "/sitemap.xml",
    "/manifest.json",
    "/healthz",
    "/readyz",
    "/metrics",
    "/.env",
    "/.git/config",
  ];
  for (const path of [
    ...paths,
    "/nowhere",
    "/api/v1/nowhere",
    "/api/v1/openapi.json",
    "/api/docs",
    "/main.js.map",
  ]) {
    const answer = await app.inject(path);
    expect([path, secrets.filter((secret) => answer.body.includes(secret))]).toEqual([path, []]);
    expect([path, answer.statusCode < 500]).toEqual([path, true]);
  }
});

test("A03: an own parent with a foreign child harms neither", async () => {
  const before = await fingerprint(database.maintenance);
  for (const { ids } of [sibling, foreign]) {
    const attempts: [SeedPerson, "DELETE" | "PUT", string, object?][] = [
      [seed.sam, "DELETE", `/projects/${own.ids.projectId}/contacts/${ids.contactId}`],
      [seed.sam, "DELETE", `/projects/${own.ids.projectId}/members/${ids.personId}`],
      [seed.sam, "DELETE", `/cards/${own.ids.cardId}/links/${ids.linkId}`],
      [seed.jo, "PUT", `/cards/${own.ids.cardId}/labels`, { add: [ids.labelId], remove: [] }],
      [
        seed.jo,
        "PUT",
        `/cards/${own.ids.cardId}/milestone`,
        { milestoneId: ids.milestoneId, expected: null },
      ],
      [seed.sam, "PUT", `/milestones/${own.ids.milestoneId}/objectives`, { objectiveIds: [ids.objectiveId] }],
      [seed.sam, "DELETE", `/columns/${own.ids.columnId}`, { moveTo: ids.columnId }],
    ];
    for (const [person, method, url, payload] of attempts) {
      const request = { method, url: `/api/v1${url}`, headers: { cookie: person.cookie } };
      const answer = await app.inject(payload ? { ...request, payload } : request);
      expect([method, url, [400, 404, 422].includes(answer.statusCode)]).toEqual([method, url, true]);
    }
  }
  expect(await fingerprint(database.maintenance)).toEqual(before);
});

const FORBIDDEN_KEYS = [
  "workspaceId",
  "createdAt",
  "createdBy",
  "authorId",
  "approvedBy",
  "approvedAt",
  "ip",
  "isAdmin",
  "visibility",
  "permissions",
];

test("A06, A30, A34: no body takes a workspace, an author, a time or a right", async () => {
  const before = await fingerprint(database.maintenance);
  let tried = 0;
  for (const route of ROUTES.filter(({ body }) => body)) {
    const request = requestFor(route, own, world, seed.amara);
    for (const key of FORBIDDEN_KEYS) {
      const payload = { ...(request.payload as object), [key]: seed.other.workspaceId };
      const answer = await app.inject({ ...request, payload });
      expect([route.id, key, answer.statusCode]).toEqual([route.id, key, 400]);
      tried++;
    }
  }
  expect(tried).toBeGreaterThan(400);
  expect(await fingerprint(database.maintenance)).toEqual(before);
});

test("every address refuses query keys that it does not know, and values outside its lists", async () => {
  for (const route of ROUTES) {
    const request = requestFor(route, own, world, seed.amara);
    const properties: [string, Loose][] = route.query
      ? Object.entries(z.toJSONSchema(route.query, { io: "input", unrepresentable: "any" }).properties ?? {})
      : [];
    const listed = properties.filter(([, { enum: list }]) => list).map(([key]) => ({ [key]: "nonsense" }));
    const unknown = [
      { sort: "name" },
      { filter: "x" },
      { fields: "email" },
      { limit: "1e9" },
      { "__proto__[x]": "1" },
    ];
    for (const odd of [...unknown, ...listed]) {
      const answer = await app.inject({ ...request, query: { ...(request.query as object), ...odd } });
      expect([route.id, odd, answer.statusCode]).toEqual([route.id, odd, 400]);
    }
  }
});

test("A53: nobody ends another person's session", async () => {
  const others = world.sessions.get(seed.kim.userId);
  for (const person of [seed.jo, seed.amara, seed.other.owner])
    expect((await as(person).delete(`/sessions/${others}`)).status).toBe(404);
  expect((await as(seed.kim).get("/me")).status).toBe(200);
});

test("A15: a session says nothing in a workspace that is not its own, whether that exists or not", async () => {
  for (const workspace of ["other", seed.other.workspaceId, "nowhere"]) {
    const headers = { "x-workspace": workspace };
    const answers = await Promise.all([
      as(seed.amara).get("/projects", headers),
      as(seed.amara).post("/clients", { name: "X" }, headers),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  }
  expect((await as(seed.amara).get("/me?workspace=birch")).status).toBe(200);
});

test("A34: what is written carries the session's person", async () => {
  await as(seed.jo).post("/days-off", { fromOn: "2026-08-03", toOn: "2026-08-07" });
  const { items } = (await as(seed.amara).get(`/events?subjectId=${seed.jo.id}`)).body;
  expect(items[0]).toMatchObject({ verb: "daysOff.added", actorId: seed.jo.id, actorName: "Jo" });
});

test("a route that declares no policy keeps the server from starting", async () => {
  const { mount } = await import("./pipeline.ts");
  const [first] = ROUTES.filter((route) => !isOpen(route));
  if (!first) throw new Error("no routes");
  const naked = { ...first, policy: undefined } as unknown as typeof first;
  expect(() => mount(app, { database, kit: null as never }, [naked])).toThrow("declares no policy");
});
