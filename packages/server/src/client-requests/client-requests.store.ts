import type { ExpressionBuilder, Insertable, Updateable } from "kysely";
import { jsonArrayFrom, jsonBuildObject } from "kysely/helpers/postgres";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { updateSeen } from "../db/revisions.ts";
import type { ClientAnswersTable, ClientRequestsTable, Schema } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export type RequestRow = Awaited<ReturnType<typeof listRequests>>[number];

function requests({ tx, actor }: Scope) {
  return tx
    .selectFrom("clientRequests as r")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.contactId"),
    )
    .selectAll("r")
    .select("p.name as contactName")
    .select((row) => sentOf(row).as("sent"))
    .where("r.workspaceId", "=", actor.workspaceId);
}

type Row = ExpressionBuilder<Schema & { r: ClientRequestsTable }, "r">;

/** What was sent, the oldest round first; what somebody has only typed so far is theirs. */
function sentOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom("clientAnswers as a")
      .leftJoin("persons as h", (on) =>
        on.onRef("h.workspaceId", "=", "a.workspaceId").onRef("h.id", "=", "a.handedOverBy"),
      )
      .select((a) =>
        jsonBuildObject({
          id: a.ref("a.id"),
          round: a.ref("a.round"),
          words: a.ref("a.words"),
          answers: a.ref("a.answers"),
          sentAt: a.ref("a.sentAt"),
          returnedAt: a.ref("a.returnedAt"),
          returnedReason: a.ref("a.returnedReason"),
          handedOverBy: a.ref("a.handedOverBy"),
          handedOverName: a.ref("h.name"),
          files: filesOf(a),
        }).as("it"),
      )
      .whereRef("a.workspaceId", "=", "r.workspaceId")
      .whereRef("a.requestId", "=", "r.id")
      .where("a.sentAt", "is not", null)
      .orderBy("a.round"),
  );
}

function filesOf(answer: ExpressionBuilder<Schema & { a: ClientAnswersTable }, "a">) {
  return jsonArrayFrom(
    answer
      .selectFrom("clientAnswerFiles as af")
      .innerJoin("files as f", (on) =>
        on.onRef("f.workspaceId", "=", "af.workspaceId").onRef("f.id", "=", "af.fileId"),
      )
      .select(["f.id", "f.name"])
      .select((file) =>
        file
          .selectFrom("fileVersions as v")
          .select((version) => version.fn.max<number>("v.n").as("n"))
          .whereRef("v.workspaceId", "=", "f.workspaceId")
          .whereRef("v.fileId", "=", "f.id")
          .as("version"),
      )
      .whereRef("af.workspaceId", "=", "a.workspaceId")
      .whereRef("af.answerId", "=", "a.id")
      .where(notInTrash("f.workspaceId", "f.id"))
      .orderBy("f.name")
      .orderBy("f.id"),
  );
}

export async function listRequests(scope: Scope, projectId: string) {
  return requests(scope).where("r.projectId", "=", projectId).orderBy("r.number").execute();
}

/** What waits for a client, or for us to look at, in the projects that this person may see. */
export async function listWaiting(scope: Scope, projectIds: readonly string[]): Promise<RequestRow[]> {
  if (projectIds.length === 0) return [];
  return requests(scope)
    .where("r.projectId", "in", projectIds)
    .where("r.state", "in", ["asked", "answered"])
    .orderBy("r.dueOn")
    .orderBy("r.id")
    .execute();
}

export async function findRequest(scope: Scope, id: string): Promise<RequestRow | undefined> {
  return requests(scope).where("r.id", "=", id).executeTakeFirst();
}

/** Numbers of a project run on; whoever calls holds the plan. */
export async function nextNumber({ tx, actor }: Scope, projectId: string): Promise<number> {
  const row = await tx
    .selectFrom("clientRequests")
    .select((is) => is.fn.max("number").as("last"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function insertRequest({ tx }: Scope, row: Insertable<ClientRequestsTable>): Promise<void> {
  await tx.insertInto("clientRequests").values(row).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateRequest(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<ClientRequestsTable>,
): Promise<boolean> {
  return updateSeen(tx, "clientRequests", { workspaceId: actor.workspaceId, id, revision }, change);
}

type Step = Pick<
  Updateable<ClientRequestsTable>,
  "state" | "askedAt" | "askedBy" | "answeredAt" | "closedAt" | "closedBy"
>;

/** One step of its life, only from the states that were seen: of many at once the first finds it there. */
export async function stepRequest(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
  from: readonly string[],
  step: Step,
): Promise<boolean> {
  const result = await tx
    .updateTable("clientRequests")
    .set(step)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
