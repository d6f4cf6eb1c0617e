import type { Scope } from "../access/scope.ts";

export interface MailedYes {
  id: string;
  approvalId: string | null;
  personId: string | null;
  at: Date;
}

/** Answers by mail that sound like a yes, oldest first: a mail proposes, and only its writer can confirm it. */
export async function mailedYes({ tx, actor }: Scope, approvalIds: readonly string[]): Promise<MailedYes[]> {
  if (approvalIds.length === 0) return [];
  return tx
    .selectFrom("inboundMails")
    .select(["id", "approvalId", "personId", "createdAt as at"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("approvalId", "in", approvalIds)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}
