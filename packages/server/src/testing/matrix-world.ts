import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { blobPath } from "../files/blob-path.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { DATES_CHANGED } from "../plan/date-changes.store.ts";
import type { Ids } from "./matrix-body.ts";
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
  const place: Row = { workspaceId, projectId: project.id };
  const calendar = await calendarThings(db, place, person);
  const plan = await planThings(db, place, person, busy);
  const [onCard = person] = busy;
  const board = await boardThings(db, place, project, plan, onCard);
  const talk = await talkThings(db, place, person, board.cardId ?? null);
  const trash = await trashThing(db, place, person);
  const ids = { projectId: project.id, personId: person.id, clientId: project.clientId ?? newId() };
  const contact = await contactThing(db, workspaceId, ids);
  return {
    workspaceId,
    project,
    person,
    ids: { ...ids, ...calendar, ...plan, ...board, ...talk, ...trash, ...contact },
  };
}

interface Row {
  workspaceId: string;
  projectId: string;
}

async function calendarThings(
  db: Tx,
  { workspaceId, projectId }: Row,
  { id: personId }: SeedPerson,
): Promise<Ids> {
  const ids = { holidayId: newId(), daysOffId: newId(), fixedDateId: newId() };
  const holiday = {
    workspaceId,
    id: ids.holidayId,
    onDate: "2026-12-25",
    name: `Holiday ${ids.holidayId}`,
    source: "own",
  };
  await db.insertInto("holidays").values(holiday).execute();
  const daysOff = { workspaceId, id: ids.daysOffId, personId, fromOn: "2026-07-01", toOn: "2026-07-02" };
  await db.insertInto("daysOff").values(daysOff).execute();
  const fixed = { workspaceId, id: ids.fixedDateId, projectId, title: "Fair", onDate: "2026-06-01" };
  await db.insertInto("fixedDates").values(fixed).execute();
  return ids;
}

async function planThings(db: Tx, place: Row, person: SeedPerson, busy: SeedPerson[]) {
  const { workspaceId } = place;
  const ids = {
    objectiveId: newId(),
    milestoneId: newId(),
    riskId: newId(),
    criterionId: newId(),
    deliverableId: newId(),
    procedureId: newId(),
  };
  const objective = {
    ...place,
    id: ids.objectiveId,
    statement: "More orders",
    baseline: 1,
    target: 2,
    current: 1,
    targetOn: null,
    position: "a0",
  };
  await db.insertInto("objectives").values(objective).execute();
  const { milestoneId } = ids;
  const dates = { startOn: "2026-04-06", targetOn: "2026-04-30", reachedOn: null };
  const milestone = {
    ...place,
    id: milestoneId,
    parentId: null,
    ownerId: person.id,
    number: 901,
    title: "Launch",
    ...dates,
  };
  await db
    .insertInto("milestones")
    .values({ ...milestone, priceMinor: null, droppedReason: null, position: "a0" })
    .execute();
  const risk = {
    ...place,
    id: ids.riskId,
    ownerId: null,
    title: "Late",
    chance: 20,
    impactLow: 1,
    impactLikely: 2,
    impactHigh: 3,
  };
  await db.insertInto("risks").values(risk).execute();
  const open = { answeredBy: null, answer: null, answeredAt: null };
  await db
    .insertInto("criteria")
    .values({ workspaceId, id: ids.criterionId, milestoneId, text: "It works", position: "a0", ...open })
    .execute();
  const empty = { fileId: null, deliveredBy: null, url: null, text: null, deliveredAt: null };
  const deliverable = {
    workspaceId,
    id: ids.deliverableId,
    milestoneId,
    title: "Report",
    kind: "link",
    position: "a0",
    ...empty,
  };
  await db.insertInto("deliverables").values(deliverable).execute();
  for (const { id: personId } of busy)
    await db
      .insertInto("milestoneRoles")
      .values({ workspaceId, id: newId(), milestoneId, personId, role: "informed" })
      .execute();
  const dateChangeId = newId();
  const changes = { changes: [{ milestoneId, before: dates, after: dates }] };
  const happening = {
    ...place,
    id: dateChangeId,
    actorId: null,
    verb: DATES_CHANGED,
    data: JSON.stringify(changes),
  };
  await db
    .insertInto("events")
    .values({ ...happening, subjectKind: "milestone", subjectId: milestoneId })
    .execute();
  await db
    .insertInto("procedures")
    .values({ workspaceId, id: ids.procedureId, name: "Steps", steps: '["One"]' })
    .execute();
  return { ...ids, dateChangeId };
}

async function boardThings(
  db: Tx,
  place: Row,
  { columns }: SeedProject,
  { milestoneId }: Ids,
  onCard: SeedPerson,
): Promise<Ids> {
  const { workspaceId } = place;
  const ids = {
    cardId: newId(),
    labelId: newId(),
    itemId: newId(),
    linkId: newId(),
    fieldId: newId(),
    columnId: columns.todo,
  };
  const none = {
    low: null,
    likely: null,
    high: null,
    startOn: null,
    dueOn: null,
    startedAt: null,
    doneAt: null,
    archivedAt: null,
  };
  const card = { ...place, ...none, milestoneId: null, blockedReason: null, columnId: columns.todo };
  const second = newId();
  await db
    .insertInto("cards")
    .values([
      { ...card, id: ids.cardId, number: 901, title: "Write", position: "a0" },
      { ...card, id: second, number: 902, title: "Read", position: "a1" },
    ])
    .execute();
  const { cardId } = ids;
  await db.insertInto("cardPeople").values({ workspaceId, cardId, personId: onCard.id }).execute();
  await db
    .insertInto("labels")
    .values({ ...place, id: ids.labelId, name: "Urgent", color: "#aabbcc", position: "a0" })
    .execute();
  const item = {
    workspaceId,
    id: ids.itemId,
    cardId,
    doneBy: null,
    text: "Step",
    position: "a0",
    doneAt: null,
  };
  await db.insertInto("checklistItems").values(item).execute();
  await db
    .insertInto("cardLinks")
    .values({ workspaceId, id: ids.linkId, cardId, title: "Link", url: "https://example.test" })
    .execute();
  await db
    .insertInto("customFields")
    .values({ ...place, id: ids.fieldId, name: "Field", kind: "text" })
    .execute();
  const dependencyId = newId();
  const ends = {
    fromMilestoneId: milestoneId ?? null,
    fromCardId: null,
    toMilestoneId: null,
    toCardId: second,
  };
  await db
    .insertInto("dependencies")
    .values({ ...place, id: dependencyId, ...ends, kind: "FS" })
    .execute();
  return { ...ids, dependencyId, n: "1" };
}

/** Deleted by the person of the place, who may take it back. */
async function trashThing(db: Tx, place: Row, { id: personId }: SeedPerson): Promise<Ids> {
  const trashId = newId();
  await db
    .insertInto("trash")
    .values({ ...place, id: trashId, personId, kind: "card", thingId: newId(), title: "Gone" })
    .execute();
  return { trashId };
}

async function talkThings(
  db: Tx,
  place: Row,
  { id: authorId }: SeedPerson,
  cardId: string | null,
): Promise<Ids> {
  const { workspaceId } = place;
  const ids = { threadId: newId(), commentId: newId(), fileId: newId() };
  const subject = { objectiveId: null, milestoneId: null, cardId };
  await db
    .insertInto("threads")
    .values({ ...place, ...subject, id: ids.threadId, audience: "team" })
    .execute();
  const never = { deletedBy: null, editedAt: null, deletedAt: null, importedAuthor: null };
  const comment = {
    workspaceId,
    id: ids.commentId,
    threadId: ids.threadId,
    authorId,
    body: "Words",
    ...never,
  };
  await db.insertInto("comments").values(comment).execute();
  await db
    .insertInto("files")
    .values({ ...place, ...subject, id: ids.fileId, authorId, name: "plan.pdf" })
    .execute();
  const content = sha256(ids.fileId);
  await db
    .insertInto("blobs")
    .values({ workspaceId, sha256: content, bytes: 3, mediaType: "application/pdf" })
    .execute();
  const version = {
    workspaceId,
    id: newId(),
    fileId: ids.fileId,
    authorId,
    n: 1,
    name: "plan.pdf",
    sha256: content,
  };
  await db.insertInto("fileVersions").values(version).execute();
  return ids;
}

async function contactThing(db: Tx, workspaceId: string, { clientId, projectId }: Ids): Promise<Ids> {
  const contactId = newId();
  const person = {
    workspaceId,
    id: contactId,
    name: "Dana",
    email: `${contactId}@client.test`,
    zone: "Europe/Berlin",
    country: null,
  };
  await db.insertInto("persons").values(person).execute();
  if (clientId)
    await db.insertInto("contacts").values({ workspaceId, personId: contactId, clientId }).execute();
  if (projectId)
    await db
      .insertInto("contactRoles")
      .values({ workspaceId, projectId, personId: contactId, role: "observer" })
      .execute();
  const invitation = {
    workspaceId,
    id: newId(),
    email: `${contactId}@new.test`,
    role: "member",
    invitedBy: null,
  };
  const open = { expiresAt: new Date("2027-01-01T00:00:00Z"), acceptedAt: null, revokedAt: null };
  await db
    .insertInto("invitations")
    .values({ ...invitation, ...open })
    .execute();
  return { contactId, invitationId: invitation.id };
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
