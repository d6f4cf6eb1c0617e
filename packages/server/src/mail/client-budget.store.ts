import type { Tx } from "../db/database.ts";

export interface ClientOfProject {
  workspaceId: string;
  personId: string;
  projectId: string;
}

const RECENT = 50;

/** The row is held, so that two mails that are queued at once do not both take the day; undefined for members. */
export async function contactForUpdate(
  tx: Tx,
  { workspaceId, personId }: ClientOfProject,
): Promise<{ zone: string } | undefined> {
  return tx
    .selectFrom("contacts as c")
    .innerJoin("workspaces as w", "w.workspaceId", "c.workspaceId")
    .select("w.zone")
    .where("c.workspaceId", "=", workspaceId)
    .where("c.personId", "=", personId)
    .forNoKeyUpdate("c")
    .executeTakeFirst();
}

/** When the latest of such mails left or are to leave. */
export async function optionalLeavings(
  tx: Tx,
  { workspaceId, personId, projectId }: ClientOfProject,
  kinds: readonly string[],
): Promise<Date[]> {
  const rows = await tx
    .selectFrom("mails")
    .select(["nextTryAt", "sentAt"])
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("projectId", "=", projectId)
    .where("kind", "in", kinds)
    .where("state", "not in", ["refused", "outbox", "failed"])
    .orderBy("nextTryAt", "desc")
    .limit(RECENT)
    .execute();
  return rows.map(({ nextTryAt, sentAt }) => sentAt ?? nextTryAt);
}
