import type { Selectable } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PortalReviews, PortalReviewWords } from "../db/portal-schema.ts";

export type ClientReview = Selectable<PortalReviews>;
export type ClientWords = Selectable<PortalReviewWords>;

/** The one that a link names, else the newest whose second part this person was invited to. */
export async function reviewForClient(
  tx: PortalTx,
  projectId: string,
  reviewId: string | null,
): Promise<ClientReview | undefined> {
  let query = tx
    .selectFrom("portal.reviews")
    .selectAll()
    .where("projectId", "=", projectId)
    .orderBy("clientPartAt", "desc")
    .limit(1);
  if (reviewId !== null) query = query.where("id", "=", reviewId);
  return query.executeTakeFirst();
}

/** What people of the client said in it, oldest first. */
export async function saidInReview(tx: PortalTx, reviewId: string): Promise<ClientWords[]> {
  return tx
    .selectFrom("portal.reviewWords")
    .selectAll()
    .where("reviewId", "=", reviewId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}
