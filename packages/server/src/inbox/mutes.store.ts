import type { Scope } from "../access/scope.ts";

export async function insertMute({ tx, actor }: Scope, thingKind: string, thingId: string): Promise<void> {
  const { workspaceId, personId } = actor;
  await tx
    .insertInto("mutes")
    .values({ workspaceId, personId, thingKind, thingId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteMute({ tx, actor }: Scope, thingKind: string, thingId: string): Promise<void> {
  await tx
    .deleteFrom("mutes")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("thingKind", "=", thingKind)
    .where("thingId", "=", thingId)
    .execute();
}

/** What whoever asks has muted, with the project it is in or is. */
export async function mutesOf({ tx, actor }: Scope) {
  return tx
    .selectFrom("mutes as u")
    .leftJoin("cards as c", (on) =>
      on
        .onRef("c.workspaceId", "=", "u.workspaceId")
        .onRef("c.id", "=", "u.thingId")
        .on("u.thingKind", "=", "card"),
    )
    .leftJoin("milestones as m", (on) =>
      on
        .onRef("m.workspaceId", "=", "u.workspaceId")
        .onRef("m.id", "=", "u.thingId")
        .on("u.thingKind", "=", "milestone"),
    )
    .innerJoin("projects as p", (on) =>
      on
        .onRef("p.workspaceId", "=", "u.workspaceId")
        .on((row) => row("p.id", "=", row.fn.coalesce("c.projectId", "m.projectId", "u.thingId"))),
    )
    .select(["u.thingKind", "u.thingId", "p.id as projectId", "p.name as project"])
    .select((row) => row.fn.coalesce("c.title", "m.title", "p.name").as("title"))
    .where("u.workspaceId", "=", actor.workspaceId)
    .where("u.personId", "=", actor.personId)
    .orderBy("p.name")
    .orderBy("u.createdAt")
    .execute();
}
