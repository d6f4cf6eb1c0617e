import type { Scope } from "../access/scope.ts";
import type { ApprovalRow } from "./approvals.store.ts";

export interface Asker {
  id: string;
  name: string;
  email: string;
  project: string;
  key: string;
}

/** The member who asked; the project's lead where that person works here no more. */
export async function findAsker(
  { tx, actor }: Scope,
  { projectId, askedBy }: Pick<ApprovalRow, "projectId" | "askedBy">,
): Promise<Asker | undefined> {
  return tx
    .selectFrom("projects as j")
    .innerJoin("members as m", (on) =>
      on
        .onRef("m.workspaceId", "=", "j.workspaceId")
        .on("m.status", "=", "active")
        .on((is) => is.or([is("m.personId", "=", askedBy), is("m.personId", "=", is.ref("j.leadId"))])),
    )
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select(["p.id", "p.name", "p.email", "j.name as project", "j.key"])
    .where("j.workspaceId", "=", actor.workspaceId)
    .where("j.id", "=", projectId)
    .orderBy(
      (row) => row("m.personId", "=", askedBy),
      (order) => order.desc().nullsLast(),
    )
    .limit(1)
    .executeTakeFirst();
}
