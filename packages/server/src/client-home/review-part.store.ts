import type { PortalTx } from "../db/database.ts";

export interface OpenReview {
  dueOn: string;
  /** Whether this person has said something in it. */
  hasSpoken: boolean;
}

/** The review that this person has a part in and that goes on. */
export async function openReview(
  tx: PortalTx,
  projectId: string,
  personId: string,
): Promise<OpenReview | undefined> {
  const review = await tx
    .selectFrom("portal.reviews")
    .select(["id", "dueOn"])
    .where("projectId", "=", projectId)
    .where("heldAt", "is", null)
    .orderBy("clientPartAt", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!review) return undefined;
  const said = await tx
    .selectFrom("portal.reviewWords")
    .select("id")
    .where("reviewId", "=", review.id)
    .where("personId", "=", personId)
    .limit(1)
    .executeTakeFirst();
  return { dueOn: review.dueOn, hasSpoken: said !== undefined };
}
