import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import type { Ids } from "./matrix-body.ts";
import type { InProject } from "./matrix-plan.ts";
import type { SeedPerson } from "./seed.ts";

export async function calendarThings(
  db: Tx,
  { workspaceId, projectId }: InProject,
  { id: personId }: SeedPerson,
): Promise<Ids> {
  const ids = {
    holidayId: newId(),
    daysOffId: newId(),
    fixedDateId: newId(),
    workPatternId: newId(),
    allocationId: newId(),
    groupId: newId(),
  };
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
  const week = JSON.stringify([[], [], [], [], [], [], []]);
  const pattern = { workspaceId, id: ids.workPatternId, personId, week, fromOn: "2026-05-01" };
  await db.insertInto("workPatterns").values(pattern).execute();
  const allocation = { workspaceId, id: ids.allocationId, personId, percent: 50, fromOn: "2026-05-01" };
  await db
    .insertInto("allocations")
    .values({ ...allocation, projectId: null })
    .execute();
  const group = { workspaceId, id: ids.groupId, name: `g${ids.groupId}` };
  await db.insertInto("groups").values(group).execute();
  const fixed = { workspaceId, id: ids.fixedDateId, projectId, title: "Fair", onDate: "2026-06-01" };
  await db.insertInto("fixedDates").values(fixed).execute();
  return ids;
}

export async function contactThings(db: Tx, workspaceId: string, { clientId, projectId }: Ids): Promise<Ids> {
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
  return {
    contactId,
    invitationId: invitation.id,
    ...(await mailThing(db, { workspaceId, projectId: projectId ?? "", contactId })),
  };
}

/** A mail about the project that failed. */
async function mailThing(db: Tx, { workspaceId, projectId, contactId }: Ids): Promise<Ids> {
  const mailId = newId();
  const mail = {
    workspaceId: workspaceId ?? "",
    id: mailId,
    personId: contactId ?? null,
    projectId: projectId ?? null,
  };
  const none = { lastError: "550 no", sentAt: null, subjectId: null, bouncedAt: null };
  await db
    .insertInto("mails")
    .values({
      ...mail,
      ...none,
      toEmail: `${contactId}@client.test`,
      kind: "reset",
      subject: "A mail",
      data: JSON.stringify({ linkId: newId() }),
      state: "failed",
      dedupe: mailId,
    })
    .execute();
  return { mailId };
}

/** What waits for the person of the place, and for nobody else. */
export async function inboxThing(
  db: Tx,
  { workspaceId, projectId }: InProject,
  { id: personId }: SeedPerson,
  { cardId }: Ids,
): Promise<Ids> {
  const inboxItemId = newId();
  const thing = { thingKind: "card", thingId: cardId ?? "", category: "assigned", reason: "assigned" };
  const never = { lastEventId: null, readAt: null, doneAt: null, snoozedUntil: null, bundledAt: null };
  await db
    .insertInto("inboxItems")
    .values({ workspaceId, projectId, id: inboxItemId, personId, ...thing, ...never, lastAt: new Date() })
    .execute();
  return { inboxItemId };
}

/** Shared, so that whoever works there finds it. */
export async function savedViewThing(
  db: Tx,
  { workspaceId }: InProject,
  { id: personId }: SeedPerson,
): Promise<Ids> {
  const savedViewId = newId();
  await db
    .insertInto("savedViews")
    .values({
      workspaceId,
      id: savedViewId,
      personId,
      place: "portfolio",
      name: "Late ones",
      search: "",
      shared: true,
    })
    .execute();
  return { savedViewId };
}
