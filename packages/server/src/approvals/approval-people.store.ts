import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ApprovalPeopleTable } from "../db/schema.ts";

export interface AskedPerson {
  approvalId: string;
  personId: string;
  name: string;
  delegateId: string | null;
  delegateName: string | null;
  askedBy: string | null;
  part: "decider" | "adviser";
  position: number;
}

/** Who is asked, in the order in which they are asked. */
export async function peopleOf({ tx, actor }: Scope, approvalIds: readonly string[]): Promise<AskedPerson[]> {
  if (approvalIds.length === 0) return [];
  const rows = await tx
    .selectFrom("approvalPeople as a")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.personId"),
    )
    .leftJoin("persons as d", (on) =>
      on.onRef("d.workspaceId", "=", "a.workspaceId").onRef("d.id", "=", "a.delegateId"),
    )
    .select(["a.approvalId", "a.personId", "p.name", "a.delegateId", "d.name as delegateName"])
    .select(["a.askedBy", "a.part", "a.position"])
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.approvalId", "in", approvalIds)
    .orderBy("a.position")
    .execute();
  return rows.map((row) => ({ ...row, part: row.part === "adviser" ? "adviser" : "decider" }));
}

export async function insertPeople(
  { tx }: Scope,
  rows: readonly Insertable<ApprovalPeopleTable>[],
): Promise<void> {
  await tx.insertInto("approvalPeople").values(rows).execute();
}

/** False when somebody stands in for them already, or they are not asked. */
export async function setDelegate(
  { tx, actor }: Scope,
  { approvalId, personId, delegateId }: { approvalId: string; personId: string; delegateId: string },
): Promise<boolean> {
  const result = await tx
    .updateTable("approvalPeople")
    .set({ delegateId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("approvalId", "=", approvalId)
    .where("personId", "=", personId)
    .where("part", "=", "decider")
    .where("delegateId", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The part of contacts in this project, as long as they belong to its client. */
export async function contactParts({ tx, actor }: Scope, projectId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("contactRoles as r")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .innerJoin("contacts as c", (on) =>
      on
        .onRef("c.workspaceId", "=", "r.workspaceId")
        .onRef("c.personId", "=", "r.personId")
        .onRef("c.clientId", "=", "p.clientId"),
    )
    .select(["r.personId", "r.role"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .execute();
  return new Map(rows.map(({ personId, role }) => [personId, role]));
}

/** The first time that each of these people had a request before their eyes, by their links and their own pages. */
export async function firstSeen(
  { tx, actor }: Scope,
  projectId: string,
): Promise<{ personId: string; page: string; subjectId: string | null; at: Date }[]> {
  const rows = await tx
    .selectFrom("portalViews as v")
    .leftJoin("links as l", (on) =>
      on.onRef("l.workspaceId", "=", "v.workspaceId").onRef("l.id", "=", "v.linkId"),
    )
    .select((row) => ["v.personId", "v.page", "l.subjectId", row.fn.min("v.seenAt").as("at")])
    .where("v.workspaceId", "=", actor.workspaceId)
    .where("v.projectId", "=", projectId)
    .where("v.seenAt", "is not", null)
    .where("v.page", "like", "decision%")
    .groupBy(["v.personId", "v.page", "l.subjectId"])
    .execute();
  return rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at: new Date(at) }]));
}
