import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { askingAcme } from "./approvals.ts";
import { storeBlob } from "./archives.ts";
import { fillEmpty } from "./leak-fill.ts";
import { mark } from "./leak-markers.ts";
import { shownNow, shownOncePublished } from "./leak-shown.ts";
import { makeWorld, type Place, putBlobs, type World } from "./matrix-world.ts";
import { addContact, type SeedContact, seedContacts } from "./portal.ts";
import type { SeedPerson } from "./seed.ts";
import type { Loose, TestServer } from "./server.ts";

export interface LeakWorld {
  world: World;
  /** By project: what its client could read then, and what its last publication put before them. */
  published: ReadonlyMap<string, ReadonlySet<string>>;
  contacts: { dana: SeedContact; lee: SeedContact; mira: SeedContact; finn: SeedContact; rosa: SeedContact };
  /** What is written inside files, by project: for the team, and for the client. */
  bytes: { teamOnly: string[]; client: ReadonlyMap<string, string> };
  /** Tables that hold nothing here. */
  empty: string[];
}

/**
 * Three projects of two houses with something of every kind for the team and for the client; all of it marked, published,
 * and then every draft changed.
 */
export async function leakWorld(server: TestServer): Promise<LeakWorld> {
  const { database, seed, kit } = server;
  const db = database.maintenance;
  const contacts = {
    ...(await seedContacts(server)),
    rosa: await addContact(server, seed.workspaceId, "Rosa Field", seed.acme, "approver"),
  };
  const world = await makeWorld(db, seed);
  putBlobs(kit.dataDir, world);
  const bytes = { teamOnly: [] as string[], client: new Map<string, string>() };
  const places = [
    [world.own, contacts.dana],
    [world.sibling, contacts.mira],
    [world.foreign, contacts.finn],
  ] as const;
  for (const [place, contact] of places) {
    await forClient(db, place, contact);
    const forTeam = `zebrafile${newId().replaceAll("-", "")}`;
    const forThem = `zebrafile${newId().replaceAll("-", "")}`;
    bytes.teamOnly.push(forTeam);
    bytes.client.set(place.project.id, forThem);
    await putFile(server, place, "team", forTeam);
    await putFile(server, place, "client", forThem);
  }
  const empty = await fillEmpty(db, { workspaceId: seed.workspaceId, projectId: seed.acme.id });
  await plantNumbers(db);
  const asking = askingAcme(server, server.as(seed.sam), contacts);
  const milestoneId = await asking.activeMilestone("Asked about");
  // In the list that clients read in part, what the team decided among themselves.
  const taken = { question: "Which one?", outcome: "This one", words: "In a call", personId: seed.jo.id };
  const { status } = await server.as(seed.sam).post(`${asking.project}/decisions`, taken);
  if (status !== 201) throw new Error("not written down");
  await mark(db);
  const published = new Map<string, ReadonlySet<string>>();
  for (const [place, person] of [
    [world.own, seed.sam],
    [world.sibling, seed.kim],
    [world.foreign, seed.other.owner],
  ] as const) {
    const { id: projectId } = place.project;
    const then = await shownNow(db, { projectId, personId: projectId });
    published.set(projectId, new Set([...then, ...(await shownOncePublished(db, projectId))]));
    await publish(server, place, person);
  }
  const asked = await asking.askWhetherDone(milestoneId);
  if (asked.status !== 201) throw new Error(`not asked: ${JSON.stringify(asked.body)}`);
  const offered = await server.as(seed.sam).post(`/change-requests/${world.own.ids.changeRequestId}/quote`, {
    ...{ likely: 60, milestoneId, priceMinor: 1_000, deciderIds: [contacts.dana.id] },
    targets: [{ milestoneId, targetOn: "2026-06-01" }],
  });
  if (offered.status !== 200) throw new Error(`not offered: ${JSON.stringify(offered.body)}`);
  await mark(db);
  kit.at = new Date(kit.at.getTime() + 3 * 60_000);
  await reportTo(server, [contacts.dana.id, contacts.lee.id]);
  return { world, published, contacts, bytes, empty };
}

/** A real one takes the place of the row that only stood for others. */
async function reportTo({ database, seed, as }: TestServer, personIds: string[]): Promise<void> {
  await database.maintenance.deleteFrom("reports").execute();
  const { status, body } = await as(seed.sam).post(`/projects/${seed.acme.id}/reports`, {
    personIds,
    last: 0,
  });
  if (status !== 201) throw new Error(`no report: ${JSON.stringify(body)}`);
}

/** Estimates and hours have no letters to mark. */
export const TEAM_NUMBERS = ["7340033", "7340034", "7340035"];

async function plantNumbers(db: Tx): Promise<void> {
  const [low = "", likely = "", high = ""] = TEAM_NUMBERS.map(Number);
  await db
    .updateTable("cards")
    .set({ low: Number(low), likely: Number(likely), high: Number(high) })
    .execute();
}

/** What a client may read of this project, beside what the matrix has for the team. */
async function forClient(
  db: Tx,
  { workspaceId, project, person, ids }: Place,
  contact: SeedContact,
): Promise<void> {
  const projectId = project.id;
  const place = { workspaceId, projectId };
  await db
    .updateTable("milestones")
    .set({ audience: "client" })
    .where("id", "=", ids.milestoneId ?? "")
    .execute();
  await db
    .updateTable("cards")
    .set({ audience: "client" })
    .where("id", "=", ids.cardId ?? "")
    .execute();
  await db
    .updateTable("publications")
    .set({ heldUntil: new Date("2026-01-01T00:00:00Z") })
    .where("projectId", "=", projectId)
    .execute();
  for (const [audience, subject] of [
    ["client", { objectiveId: null, milestoneId: ids.milestoneId ?? null, cardId: null }],
    ["client", { objectiveId: null, milestoneId: null, cardId: ids.cardId ?? null }],
    ["client", { objectiveId: null, milestoneId: null, cardId: null }],
    ["team", { objectiveId: null, milestoneId: null, cardId: null }],
  ] as const) {
    const threadId = newId();
    await db
      .insertInto("threads")
      .values({ ...place, ...subject, id: threadId, audience })
      .execute();
    const comment = { workspaceId, threadId, deletedBy: null, editedAt: null, importedAuthor: null };
    await db
      .insertInto("comments")
      .values([
        { ...comment, id: newId(), authorId: person.id, body: "Words", deletedAt: null },
        { ...comment, id: newId(), authorId: contact.id, body: "Words", deletedAt: null },
        { ...comment, id: newId(), authorId: person.id, body: "Gone", deletedAt: new Date() },
      ])
      .execute();
  }
  for (const audience of ["client", "team"])
    await db
      .insertInto("messages")
      .values({ ...place, id: newId(), title: "A message", body: "Words", audience, authorId: person.id })
      .execute();
  const risk = { ...place, ownerId: person.id, chance: 20, impactLow: 1, impactLikely: 2, impactHigh: 3 };
  await db
    .insertInto("risks")
    .values({ ...risk, id: newId(), title: "Late", audience: "client" })
    .execute();
  await sql`insert into milepost.input_people (workspace_id, round_id, person_id)
    select workspace_id, id, ${contact.id} from milepost.input_rounds where project_id = ${projectId}`.execute(
    db,
  );
  await asksAndAnswers(db, place, { person, contact, milestoneId: ids.milestoneId ?? null });
}

interface Sides {
  person: SeedPerson;
  contact: SeedContact;
  milestoneId: string | null;
}

async function asksAndAnswers(
  db: Tx,
  place: { workspaceId: string; projectId: string },
  { person, contact, milestoneId }: Sides,
): Promise<void> {
  const { workspaceId } = place;
  for (const [n, state] of ["asked", "draft"].entries())
    await sql`insert into milepost.client_requests (workspace_id, id, project_id, number, kind, title, state, milestone_id, contact_id, asked_by, asked_at)
      values (${workspaceId}, ${newId()}, ${place.projectId}, ${801 + n}, 'files', 'Logo', ${state}, ${milestoneId}, ${contact.id}, ${person.id}, now())`.execute(
      db,
    );
  for (const [n, audience] of ["client", "team"].entries())
    await sql`insert into milepost.change_requests (workspace_id, id, project_id, number, title, words, audience, person_id)
      values (${workspaceId}, ${newId()}, ${place.projectId}, ${801 + n}, 'More', 'Words', ${audience}, ${contact.id})`.execute(
      db,
    );
}

async function putFile(
  { database, kit }: TestServer,
  { workspaceId, project, person, ids }: Place,
  audience: string,
  text: string,
): Promise<void> {
  const sha256 = await storeBlob(database, workspaceId, kit.dataDir, text);
  const db = database.maintenance;
  const fileId = newId();
  const subject = { objectiveId: null, milestoneId: ids.milestoneId ?? null, cardId: null };
  await db
    .insertInto("files")
    .values({
      workspaceId,
      projectId: project.id,
      ...subject,
      id: fileId,
      authorId: person.id,
      name: "plan.txt",
      audience,
    })
    .execute();
  await db
    .insertInto("fileVersions")
    .values({ workspaceId, id: newId(), fileId, authorId: person.id, n: 1, name: "plan.txt", sha256 })
    .execute();
}

async function publish({ as }: TestServer, { project }: Place, person: SeedPerson): Promise<void> {
  const path = `/projects/${project.id}`;
  const preview: Loose = (await as(person).get(`${path}/publication-preview`)).body;
  const wanted = {
    clientText: "Words",
    teamText: "Words",
    expectedHash: preview.hash,
    expectedLast: preview.last,
  };
  const answer = await as(person).post(`${path}/publications`, wanted);
  if (answer.status !== 201) throw new Error(`not published: ${JSON.stringify(answer.body)}`);
}
