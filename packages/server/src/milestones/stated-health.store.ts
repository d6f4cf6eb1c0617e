import type { Scope } from "../access/scope.ts";
import { StatedHealth, type StatedHealthView } from "./stated-health.view.ts";

/** What stands on that day in these projects, by milestone. */
export async function statedHealths(
  { tx, actor }: Scope,
  projectIds: readonly string[],
  today: string,
): Promise<Map<string, StatedHealthView>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("statedHealths as s")
    .innerJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "s.workspaceId").onRef("m.id", "=", "s.milestoneId"),
    )
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "s.workspaceId").onRef("p.id", "=", "s.personId"),
    )
    .select(["s.milestoneId", "s.word", "s.reason", "s.untilOn", "s.saidAt", "s.personId", "p.name"])
    .where("s.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "in", projectIds)
    .where("s.endedAt", "is", null)
    .where("s.untilOn", ">=", today)
    .execute();
  return new Map(
    rows.map(({ milestoneId, word, reason, untilOn, saidAt, personId, name }) => [
      milestoneId,
      StatedHealth.parse({
        word,
        reason,
        untilOn,
        at: saidAt.toISOString(),
        by: personId === null ? null : { id: personId, name: name ?? "" },
      }),
    ]),
  );
}

interface Statement {
  id: string;
  milestoneId: string;
  word: string;
  reason: string;
  untilOn: string;
}

export async function insertStatement(
  { tx, actor: { workspaceId, personId }, now }: Scope,
  statement: Statement,
): Promise<void> {
  await tx
    .insertInto("statedHealths")
    .values({ ...statement, workspaceId, personId, saidAt: now, endedAt: null })
    .execute();
}

/** Whether one stood. */
export async function endStatement({ tx, actor, now }: Scope, milestoneId: string): Promise<boolean> {
  const ended = await tx
    .updateTable("statedHealths")
    .set({ endedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
