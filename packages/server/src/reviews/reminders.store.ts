import type { Scope } from "../access/scope.ts";
import { atWork } from "./occurrences.store.ts";

/** Reviews from today on that nobody was reminded of and nobody has begun, of projects that go on. */
export async function unannounced({ tx, actor }: Scope, today: string) {
  return tx
    .selectFrom("reviews as r")
    .innerJoin("reviewSeries as s", (on) =>
      on.onRef("s.workspaceId", "=", "r.workspaceId").onRef("s.projectId", "=", "r.projectId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .select(["r.id", "r.projectId", "r.dueAt", "r.dueOn", "s.clientPart", "s.remind", "p.key", "p.name"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.dueOn", ">=", today)
    .where("r.remindedAt", "is", null)
    .where("r.openedAt", "is", null)
    .where("r.heldAt", "is", null)
    .where("r.skippedAt", "is", null)
    .where("s.endedAt", "is", null)
    .where(atWork("r"))
    .orderBy("r.dueAt")
    .orderBy("r.id")
    .execute();
}

export type UnannouncedReview = Awaited<ReturnType<typeof unannounced>>[number];

/** Once, whoever gets there first; false for everybody else. */
export async function claimReminder({ tx, actor, now }: Scope, id: string, dueOn: string): Promise<boolean> {
  const result = await tx
    .updateTable("reviews")
    .set({ remindedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("dueOn", "=", dueOn)
    .where("remindedAt", "is", null)
    .where("openedAt", "is", null)
    .where("heldAt", "is", null)
    .where("skippedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface Address {
  id: string;
  email: string;
  language: string;
  zone: string;
}

/** Where mails to these people go, and how they read. */
export async function addressesOf({ tx, actor }: Scope, ids: readonly string[]): Promise<Address[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("persons")
    .select(["id", "email", "language", "zone"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "in", ids)
    .execute();
}
