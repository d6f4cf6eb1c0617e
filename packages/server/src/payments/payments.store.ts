import type { Insertable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { PaymentsTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

/** Every milestone with a price, what was recorded about its payment, and when it was accepted. */
function pricedMilestones({ tx, actor }: Scope) {
  return tx
    .selectFrom("milestones as m")
    .innerJoin("projects as j", (on) =>
      on.onRef("j.workspaceId", "=", "m.workspaceId").onRef("j.id", "=", "m.projectId"),
    )
    .leftJoin("clients as c", (on) =>
      on.onRef("c.workspaceId", "=", "j.workspaceId").onRef("c.id", "=", "j.clientId"),
    )
    .leftJoin("payments as a", (on) =>
      on.onRef("a.workspaceId", "=", "m.workspaceId").onRef("a.milestoneId", "=", "m.id"),
    )
    .select([
      "m.id as milestoneId",
      "m.number",
      "m.title",
      "m.state",
      "m.targetOn",
      "m.reachedOn",
      "m.priceMinor",
      "j.id as projectId",
      "j.key",
      "j.name as projectName",
      "j.currency",
      "c.name as clientName",
      "a.id as paymentId",
      "a.minor",
      "a.currency as paidCurrency",
      "a.dueOn",
      "a.invoicedOn",
      "a.invoiceNumber",
      "a.paidOn",
      "a.revision",
    ])
    .select((row) =>
      row
        .selectFrom("milestoneMoves as v")
        .select((move) => move.fn.max("v.createdAt").as("at"))
        .whereRef("v.workspaceId", "=", "m.workspaceId")
        .whereRef("v.milestoneId", "=", "m.id")
        .where("v.toState", "=", "accepted")
        .as("acceptedAt"),
    )
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.state", "<>", "dropped")
    .where((is) => is.or([is("m.priceMinor", ">", 0), is("a.id", "is not", null)]))
    .where(notInTrash("m.workspaceId", "m.id"))
    .where(notInTrash("j.workspaceId", "j.id"));
}

export async function listPriced(scope: Scope, projectIds: readonly string[]) {
  if (projectIds.length === 0) return [];
  return pricedMilestones(scope)
    .where("j.id", "in", projectIds)
    .orderBy("j.name")
    .orderBy("j.id")
    .orderBy("m.position")
    .execute();
}

export type PricedRow = Awaited<ReturnType<typeof listPriced>>[number];

export async function findPriced(scope: Scope, milestoneId: string): Promise<PricedRow | undefined> {
  return pricedMilestones(scope).where("m.id", "=", milestoneId).executeTakeFirst();
}

/** False when somebody else recorded it first. */
export async function insertPayment({ tx }: Scope, payment: Insertable<PaymentsTable>): Promise<boolean> {
  const row = await tx
    .insertInto("payments")
    .values(payment)
    .onConflict((conflict) => conflict.columns(["workspaceId", "milestoneId"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updatePayment(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<PaymentsTable>,
): Promise<boolean> {
  return updateSeen(tx, "payments", { workspaceId: actor.workspaceId, id, revision }, change);
}
