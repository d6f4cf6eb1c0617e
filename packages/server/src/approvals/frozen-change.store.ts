import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import type { FrozenChangeView } from "./approval-snapshot.view.ts";

/** What an offer does to the dates: of each milestone the date before and after it, and the working days between. */
export const ChangeEffect = z.array(
  z.object({ milestoneId: z.string(), before: z.string(), after: z.string(), days: z.int() }),
);
export type ChangeEffectView = z.infer<typeof ChangeEffect>;

export interface Offered extends Pick<FrozenChangeView, "id" | "number" | "words" | "offer" | "priceMinor"> {
  title: string;
  milestoneId: string | null;
  effect: ChangeEffectView;
}

/** What was asked for with the newest offer for it. */
export async function offeredChange({ tx, actor }: Scope, changeRequestId: string): Promise<Offered> {
  const row = await tx
    .selectFrom("changeRequests as r")
    .innerJoin("quotes as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.changeRequestId", "=", "r.id"),
    )
    .select(["r.id", "r.number", "r.title", "r.words"])
    .select(["q.words as offer", "q.priceMinor", "q.milestoneId", "q.effect"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.id", "=", changeRequestId)
    .orderBy("q.createdAt", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { ...row, priceMinor: row.priceMinor ?? 0, effect: ChangeEffect.parse(row.effect) };
}

/** Whether this request is still what is offered; it stays so until this transaction is done. */
export async function isStillOffered({ tx, actor }: Scope, approvalId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("changeRequests as r")
    .select("r.state")
    .where("r.workspaceId", "=", actor.workspaceId)
    .where((is) =>
      is.exists(
        is
          .selectFrom("quotes as q")
          .select("q.id")
          .whereRef("q.workspaceId", "=", "r.workspaceId")
          .whereRef("q.changeRequestId", "=", "r.id")
          .where("q.approvalId", "=", approvalId),
      ),
    )
    .forShare()
    .executeTakeFirst();
  return row?.state === "quoted";
}

/** Milestones that clients would read of if the plan were published now. */
export async function shownMilestones({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("milestones")
    .select(["id", "number", "title", "targetOn", "priceMinor"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("audience", "=", "client")
    .where("state", "!=", "dropped")
    .execute();
}
