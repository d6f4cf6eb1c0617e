import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import type { Ids } from "./matrix-body.ts";
import type { InProject } from "./matrix-plan.ts";
import type { SeedPerson, SeedProject } from "./seed.ts";

export async function boardThings(
  db: Tx,
  place: InProject,
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
    recurringCardId: newId(),
    buttonId: newId(),
    pressId: newId(),
    doorId: newId(),
    cardTemplateId: newId(),
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
  await db
    .insertInto("cardTemplates")
    .values({
      ...place,
      id: ids.cardTemplateId,
      name: "Fault",
      content: JSON.stringify({ title: "Find the fault" }),
      position: "a0",
    })
    .execute();
  await db
    .insertInto("recurringCards")
    .values({
      ...place,
      id: ids.recurringCardId,
      columnId: null,
      setBy: null,
      cadence: "weekly",
      everyDays: null,
      startsOn: "2026-05-04",
      content: JSON.stringify({ title: "Water the plants" }),
      endsOn: null,
      pausedAt: null,
      nextAt: null,
    })
    .execute();
  await db
    .insertInto("cardButtons")
    .values({
      ...place,
      id: ids.buttonId,
      place: "card",
      name: "Begin",
      steps: JSON.stringify([{ do: "archive" }]),
      position: "a0",
    })
    .execute();
  await db
    .insertInto("events")
    .values({
      ...place,
      id: ids.pressId,
      actorId: null,
      verb: "cardButton.pressed",
      subjectKind: "cardButton",
      subjectId: ids.buttonId,
      data: JSON.stringify({ name: "Begin", cards: [] }),
    })
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
  await db
    .insertInto("doors")
    .values({ ...place, id: ids.doorId, name: "Design", url: "https://example.test", position: "a0" })
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
  return { ...ids, dependencyId, n: "1", switchCode: "blocked" };
}

export async function talkThings(
  db: Tx,
  place: InProject,
  { id: authorId }: SeedPerson,
  cardId: string | null,
): Promise<Ids> {
  const { workspaceId } = place;
  const ids = {
    threadId: newId(),
    commentId: newId(),
    messageId: newId(),
    fileId: newId(),
    folderId: newId(),
    word: "agree",
  };
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
  const message = { ...place, id: ids.messageId, authorId, title: "A title", body: "Words" };
  await db.insertInto("messages").values(message).execute();
  await db
    .insertInto("files")
    .values({ ...place, ...subject, id: ids.fileId, authorId, name: "plan.pdf" })
    .execute();
  await db
    .insertInto("fileFolders")
    .values({ ...place, id: ids.folderId, name: "Contracts", parentId: null })
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

/** What the project asks the person, and what they have not answered yet. */
export async function checkInThings(db: Tx, place: InProject, { id: personId }: SeedPerson): Promise<Ids> {
  const { workspaceId } = place;
  const ids = { checkInId: newId(), answerId: newId() };
  const { checkInId } = ids;
  const question = "Anything in the way?";
  const weekly = { cadence: "weekly", everyDays: null, startsOn: "2026-05-04" };
  await db
    .insertInto("checkIns")
    .values({ ...place, ...weekly, id: checkInId, setBy: null, question, pausedAt: null })
    .execute();
  const own = { cadence: null, everyDays: null, startsOn: null, atMinutes: null, pausedAt: null };
  await db
    .insertInto("checkInPeople")
    .values({ workspaceId, checkInId, personId, ...own, nextAt: null })
    .execute();
  const asked = { workspaceId, checkInId, personId, onDate: "2026-05-04", question, answeredAt: null };
  await db
    .insertInto("checkInAnswers")
    .values({ ...asked, id: ids.answerId })
    .execute();
  return ids;
}

/** What the person worked on the card. */
export async function timeThing(
  db: Tx,
  { workspaceId }: InProject,
  { id: personId }: SeedPerson,
  cardId: string | undefined,
): Promise<Ids> {
  const entry = {
    workspaceId,
    id: newId(),
    cardId: cardId ?? "",
    personId,
    onDate: "2026-05-04",
    minutes: 30,
  };
  await db.insertInto("timeEntries").values(entry).execute();
  return { entryId: entry.id };
}
