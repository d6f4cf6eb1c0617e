import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { atMilestone } from "./milestone-acts.ts";
import type { Milestone } from "./plan-query.ts";
import { takeIn } from "./plan-writes.ts";
import { offerUndo } from "./undo.tsx";

export type Role = Milestone["roles"][number];

export async function giveRoles(
  client: QueryClient,
  milestone: Milestone,
  roles: readonly Role[],
  said: string,
): Promise<void> {
  await takeIn(client, await putRoles(milestone.id, roles));
  offerUndo(said, async () => takeIn(client, await putRoles(milestone.id, milestone.roles)));
}

/** Without a word: for acts that change several things at once. */
export function putRoles(milestoneId: string, roles: readonly Role[]) {
  const body = { roles: [...roles] };
  return answer(api.PUT("/api/v1/milestones/{milestoneId}/roles", { ...atMilestone(milestoneId), body }));
}

/** "My part is clear", or a question that everybody on the milestone sees. */
export async function answerPart(
  client: QueryClient,
  milestone: Pick<Milestone, "id">,
  body: { answer: "clear" } | { answer: "question"; question: string },
): Promise<void> {
  await takeIn(
    client,
    await answer(api.PUT("/api/v1/milestones/{milestoneId}/receipt", { ...atMilestone(milestone.id), body })),
  );
}
