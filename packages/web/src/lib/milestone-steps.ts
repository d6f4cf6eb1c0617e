import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { atMilestone, type MilestonePage, type MilestoneState } from "./milestone-acts.ts";
import type { Milestone } from "./plan-query.ts";
import { refreshPlan, takeIn } from "./plan-writes.ts";

interface Step {
  to: MilestoneState;
  reason?: string;
  openCards?: { to: string; except: { cardId: string; to: string }[] };
}

/** One step of a milestone's life; a refusal names all that is missing. */
export async function stepMilestone(
  client: QueryClient,
  milestone: Pick<Milestone, "id" | "state" | "projectId">,
  step: Step,
): Promise<MilestonePage> {
  const body = { ...step, expected: milestone.state };
  const page = await answer(
    api.POST("/api/v1/milestones/{milestoneId}/moves", { ...atMilestone(milestone.id), body }),
  );
  await takeIn(client, page);
  return page;
}

interface Close {
  to: "accepted" | "dropped";
  reason: string;
  /** Where the open cards go: "later", "archive", "done" or a milestone; null where none was seen. */
  rest: string | null;
  /** Cards that go elsewhere than the rest. */
  single: Record<string, string>;
}

/** Ends a milestone; in the same moment its open cards go where they were sent. */
export async function closeMilestone(
  client: QueryClient,
  milestone: Milestone,
  { to, reason, rest, single }: Close,
): Promise<void> {
  const except = Object.entries(single)
    .map(([cardId, place]) => ({ cardId, to: place }))
    .filter((card) => card.to !== rest);
  try {
    await stepMilestone(client, milestone, {
      to,
      ...(reason ? { reason } : {}),
      ...(rest === null ? {} : { openCards: { to: rest, except } }),
    });
  } catch (error) {
    await refreshPlan(client, milestone.projectId);
    throw error;
  }
}
