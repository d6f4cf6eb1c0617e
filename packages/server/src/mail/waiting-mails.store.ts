import type { Tx } from "../db/database.ts";

export interface WaitingFor {
  workspaceId: string;
  personId: string;
  projectId: string;
  kind: string;
}

/** A mail of this kind that is still to leave, and which nobody is sending; held until the transaction ends. */
export async function waitingMail(
  tx: Tx,
  { workspaceId, personId, projectId, kind }: WaitingFor,
  now: Date,
): Promise<{ id: string; data: unknown } | undefined> {
  return tx
    .selectFrom("mails")
    .select(["id", "data"])
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("projectId", "=", projectId)
    .where("kind", "=", kind)
    .where("state", "=", "queued")
    .where("tries", "=", 0)
    .where("nextTryAt", ">", now)
    .orderBy("nextTryAt")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** Those of everybody, with the language that each is written in. */
export async function waitingMails(
  tx: Tx,
  { workspaceId, projectId, kind }: Omit<WaitingFor, "personId">,
  now: Date,
): Promise<{ id: string; data: unknown; language: string }[]> {
  return tx
    .selectFrom("mails")
    .select(["id", "data", "language"])
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .where("kind", "=", kind)
    .where("state", "=", "queued")
    .where("tries", "=", 0)
    .where("nextTryAt", ">", now)
    .forUpdate()
    .execute();
}

export async function dropMail(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  await tx.deleteFrom("mails").where("workspaceId", "=", workspaceId).where("id", "=", id).execute();
}

export async function rewriteMail(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
  { subject, data, subjectId }: { subject: string; data: string; subjectId?: string | null },
): Promise<void> {
  await tx
    .updateTable("mails")
    .set({ subject, data, ...(subjectId === undefined ? {} : { subjectId }) })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
