import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import type { InProject } from "./matrix-plan.ts";
import type { SeedPerson } from "./seed.ts";

interface Published {
  milestoneId: string;
  publicationId: string;
}

/** What goes on between team and client about one plan. */
export async function clientThings(
  db: Tx,
  place: InProject,
  { milestoneId, publicationId }: Published,
  person: SeedPerson,
) {
  const { workspaceId } = place;
  const ids = {
    roundId: newId(),
    proposalId: newId(),
    reviewId: newId(),
    actionId: newId(),
    retrospectiveActionId: newId(),
    deliveryRecordId: newId(),
  };
  await db
    .insertInto("reviews")
    .values({
      ...place,
      id: ids.reviewId,
      dueOn: "2026-03-02",
      dueAt: new Date("2026-03-02T08:00:00Z"),
      openedAt: new Date("2026-03-02T08:00:00Z"),
    })
    .execute();
  await db
    .insertInto("reviewActions")
    .values({ workspaceId, id: ids.actionId, reviewId: ids.reviewId, title: "Call" })
    .execute();
  await db
    .insertInto("inputRounds")
    .values({
      ...place,
      id: ids.roundId,
      publicationId,
      askedBy: person.id,
      closedBy: null,
      closedAt: null,
      deadlineOn: "2027-01-01",
    })
    .execute();
  await db
    .insertInto("inputPeople")
    .values({ workspaceId, roundId: ids.roundId, personId: person.id, doneAt: null })
    .execute();
  const open = { answeredBy: null, answeredAt: null, counter: null };
  await db
    .insertInto("proposals")
    .values({
      ...place,
      id: ids.proposalId,
      roundId: ids.roundId,
      milestoneId,
      personId: person.id,
      patch: JSON.stringify({ title: "Called otherwise" }),
      ...open,
    })
    .execute();
  await db
    .insertInto("retrospectiveActions")
    .values({
      ...{ ...place, id: ids.retrospectiveActionId, title: "Ask earlier" },
      ...{ ownerId: null, dueOn: null, carriedTo: null, cardId: null },
    })
    .execute();
  await db
    .insertInto("deliveryRecords")
    .values({ ...place, id: ids.deliveryRecordId, personId: person.id, record: "[]", hash: "0".repeat(64) })
    .execute();
  await db
    .insertInto("thanks")
    .values({
      ...{ workspaceId, id: newId(), milestoneId, personId: person.id },
      ...{ words: "Thank you.", messageId: null, sentAt: null },
    })
    .execute();
  return ids;
}
