import type { Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { ProposalsTable } from "../db/schema.ts";

function proposals({ tx, actor }: Scope) {
  return tx
    .selectFrom("proposals as o")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "o.workspaceId").onRef("p.id", "=", "o.personId"),
    )
    .leftJoin("persons as a", (on) =>
      on.onRef("a.workspaceId", "=", "o.workspaceId").onRef("a.id", "=", "o.answeredBy"),
    )
    .leftJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "o.workspaceId").onRef("m.id", "=", "o.milestoneId"),
    )
    .innerJoin("projects as j", (on) =>
      on.onRef("j.workspaceId", "=", "o.workspaceId").onRef("j.id", "=", "o.projectId"),
    )
    .selectAll("o")
    .select(["p.name as author", "a.name as answerer", "m.number", "m.title", "j.key"])
    .where("o.workspaceId", "=", actor.workspaceId);
}

export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number];

/** Open ones first, then the newest. */
export async function listProposals(scope: Scope, projectId: string) {
  return proposals(scope)
    .where("o.projectId", "=", projectId)
    .orderBy((row) => row("o.state", "<>", "open"))
    .orderBy("o.createdAt", "desc")
    .execute();
}

export async function findProposal(scope: Scope, id: string): Promise<ProposalRow | undefined> {
  return proposals(scope).where("o.id", "=", id).executeTakeFirst();
}

export type NewProposal = Pick<
  Selectable<ProposalsTable>,
  "workspaceId" | "id" | "projectId" | "roundId" | "milestoneId" | "personId" | "words" | "createdAt"
> & { patch: string };

export async function insertProposal(tx: Tx, proposal: NewProposal): Promise<void> {
  await tx
    .insertInto("proposals")
    .values({ ...proposal, counter: null, answeredAt: null, answeredBy: null })
    .execute();
}

/** Only over the state that was seen; of two answers at once one counts. */
export async function settleProposal(
  tx: Tx,
  { workspaceId, id, from }: { workspaceId: string; id: string; from: "open" | "countered" },
  change: {
    state: "accepted" | "countered" | "declined" | "withdrawn";
    answer?: string;
    counter?: string | null;
    answeredBy?: string;
    answeredAt?: Date;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable("proposals")
    .set((row) => ({ ...change, revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
