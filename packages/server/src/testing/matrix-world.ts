import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { blobPath } from "../kit/blob-path.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { approvalThings } from "./matrix-approvals.ts";
import { boardThings, checkInThings, talkThings, timeThing } from "./matrix-board.ts";
import type { Ids } from "./matrix-body.ts";
import { calendarThings, contactThings, inboxThing, savedViewThing } from "./matrix-people.ts";
import { type InProject, planThings } from "./matrix-plan.ts";
import type { Seeded, SeedPerson, SeedProject } from "./seed.ts";

/** One project with one thing of every kind in it, and the person to whom its personal things belong. */
export interface Place {
  workspaceId: string;
  project: SeedProject;
  person: SeedPerson;
  ids: Ids;
}

export interface World {
  own: Place;
  sibling: Place;
  foreign: Place;
  /** By user: the session and the passkey that are theirs. */
  sessions: ReadonlyMap<string, string>;
  passkeys: ReadonlyMap<string, string>;
}

/** A thing of every kind in the own project, in a sibling of the same workspace and in another workspace. */
export async function makeWorld(db: Tx, seed: Seeded): Promise<World> {
  const { workspaceId, acme, baker, amara, ada, sam, jo, kim, gil, other } = seed;
  const sessions = await db.selectFrom("auth.session").select(["userId", "id"]).execute();
  const people = [amara, ada, sam, jo, kim, gil, other.owner];
  return {
    own: await makePlace(db, workspaceId, acme, jo, [gil, amara, ada, sam, jo]),
    sibling: await makePlace(db, workspaceId, baker, kim, [kim, amara, ada]),
    foreign: await makePlace(db, other.workspaceId, other.project, other.owner, [other.owner]),
    sessions: new Map(sessions.map(({ userId, id }) => [userId, id])),
    passkeys: new Map(
      await Promise.all(people.map(async ({ userId }) => [userId, await passkeyOf(db, userId)] as const)),
    ),
  };
}

async function makePlace(
  db: Tx,
  workspaceId: string,
  project: SeedProject,
  person: SeedPerson,
  busy: SeedPerson[],
): Promise<Place> {
  const place: InProject = { workspaceId, projectId: project.id };
  const calendar = await calendarThings(db, place, person);
  const plan = await planThings(db, place, person, busy);
  const [onCard = person] = busy;
  const board = await boardThings(db, place, project, plan, onCard);
  const talk = await talkThings(db, place, person, board.cardId ?? null);
  const checkIn = await checkInThings(db, place, person);
  const time = await timeThing(db, place, person, board.cardId);
  const trash = await trashThing(db, place, person);
  const inbox = await inboxThing(db, place, person, board);
  const view = await savedViewThing(db, place, person);
  await db
    .updateTable("projectMembers")
    .set({ seesMoney: true })
    .where("projectId", "=", project.id)
    .where("personId", "=", person.id)
    .execute();
  const ids = { projectId: project.id, personId: person.id, clientId: project.clientId ?? newId() };
  const contact = await contactThings(db, workspaceId, ids);
  const approval = await approvalThings(db, place, contact.contactId ?? "");
  return {
    workspaceId,
    project,
    person,
    ids: {
      ...ids,
      ...calendar,
      ...plan,
      ...board,
      ...talk,
      ...checkIn,
      ...time,
      ...trash,
      ...inbox,
      ...view,
      ...contact,
      ...approval,
    },
  };
}

/** Deleted by the person of the place, who may take it back. */
async function trashThing(db: Tx, place: InProject, { id: personId }: SeedPerson): Promise<Ids> {
  const trashId = newId();
  await db
    .insertInto("trash")
    .values({ ...place, id: trashId, personId, kind: "risk", thingId: newId(), title: "Gone" })
    .execute();
  return { trashId };
}

/** The bytes of every place's file. */
export function putBlobs(dataDir: string, { own, sibling, foreign }: World): void {
  for (const { ids } of [own, sibling, foreign]) {
    const path = blobPath(dataDir, sha256(ids.fileId ?? ""));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "pdf");
  }
}

async function passkeyOf(db: Tx, userId: string): Promise<string> {
  const id = newId();
  await sql`insert into auth.passkey (id, public_key, user_id, credential_id, counter, device_type, backed_up)
    values (${id}, 'key', ${userId}, ${id}, 0, 'singleDevice', false)`.execute(db);
  return id;
}
