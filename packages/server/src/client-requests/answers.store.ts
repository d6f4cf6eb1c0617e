import type { Scope } from "../access/scope.ts";

export interface AnswerWords {
  words: string;
  answers: readonly string[];
}

/** How many rounds were sent and given back: the next answer is one more. */
export async function returnedRounds({ tx, actor }: Scope, requestId: string): Promise<number> {
  const row = await tx
    .selectFrom("clientAnswers")
    .select((is) => is.fn.countAll<number>().as("n"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("requestId", "=", requestId)
    .where("returnedAt", "is not", null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Keeps what was typed as the one draft of this round, and who handed over the link that any of it came by; undefined when this round was sent meanwhile. */
export async function keepDraft(
  { tx, actor, now }: Scope,
  draft: { id: string; requestId: string; round: number; handedOverBy: string | null } & AnswerWords,
): Promise<{ id: string; handedOverBy: string | null } | undefined> {
  const { words, handedOverBy } = draft;
  const answers = JSON.stringify(draft.answers);
  const { workspaceId, personId } = actor;
  return tx
    .insertInto("clientAnswers")
    .values({
      workspaceId,
      id: draft.id,
      requestId: draft.requestId,
      round: draft.round,
      personId,
      words,
      answers,
      sentAt: null,
      returnedAt: null,
      returnedBy: null,
      handedOverBy,
      createdAt: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "requestId", "round"])
        .doUpdateSet((row) => ({
          words,
          answers,
          personId,
          handedOverBy: row.fn.coalesce("clientAnswers.handedOverBy", "excluded.handedOverBy"),
          revision: row("clientAnswers.revision", "+", 1),
        }))
        .where("clientAnswers.sentAt", "is", null),
    )
    .returning(["id", "handedOverBy"])
    .executeTakeFirst();
}

export async function markSent({ tx, actor, now }: Scope, id: string): Promise<boolean> {
  const result = await tx
    .updateTable("clientAnswers")
    .set({ sentAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("sentAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function markReturned(
  { tx, actor, now }: Scope,
  requestId: string,
  round: number,
  reason: string,
): Promise<boolean> {
  const result = await tx
    .updateTable("clientAnswers")
    .set({ returnedAt: now, returnedBy: actor.personId, returnedReason: reason })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("requestId", "=", requestId)
    .where("round", "=", round)
    .where("sentAt", "is not", null)
    .where("returnedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function addAnswerFile({ tx, actor }: Scope, answerId: string, fileId: string): Promise<void> {
  await tx
    .insertInto("clientAnswerFiles")
    .values({ workspaceId: actor.workspaceId, answerId, fileId })
    .execute();
}

export async function answerFiles(
  { tx, actor }: Scope,
  answerId: string,
): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom("clientAnswerFiles as af")
    .innerJoin("files as f", (on) =>
      on.onRef("f.workspaceId", "=", "af.workspaceId").onRef("f.id", "=", "af.fileId"),
    )
    .select(["f.id", "f.name"])
    .where("af.workspaceId", "=", actor.workspaceId)
    .where("af.answerId", "=", answerId)
    .execute();
}

/** Takes a file out of a draft; false where it is not in it. */
export async function dropAnswerFile(
  { tx, actor }: Scope,
  answerId: string,
  fileId: string,
): Promise<boolean> {
  const result = await tx
    .deleteFrom("clientAnswerFiles")
    .where("workspaceId", "=", actor.workspaceId)
    .where("answerId", "=", answerId)
    .where("fileId", "=", fileId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
