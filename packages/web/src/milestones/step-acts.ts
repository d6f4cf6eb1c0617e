import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import type { BoardCard } from "../lib/board-query.ts";
import { atMilestone, type MilestonePage, type MilestoneState } from "../lib/milestone-acts.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { refreshPlan, takeIn } from "../lib/plan-writes.ts";

interface Step {
  to: MilestoneState;
  reason?: string;
  openCards?: { to: string };
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
  open: readonly BoardCard[];
  /** Where the open cards go: "later" or a milestone. */
  rest: string;
  /** Cards that go elsewhere than the rest. */
  single: Record<string, string>;
}

/** Ends a milestone. Cards with a place of their own are moved first, the others go with the step itself. */
export async function closeMilestone(
  client: QueryClient,
  milestone: Milestone,
  { to, reason, open, rest, single }: Close,
): Promise<void> {
  try {
    for (const card of open) {
      const place = single[card.id];
      if (place !== undefined && place !== rest) await placeCard(card, place);
    }
    await stepMilestone(client, milestone, {
      to,
      ...(reason ? { reason } : {}),
      ...(open.length > 0 ? { openCards: { to: rest } } : {}),
    });
  } catch (error) {
    await refreshPlan(client, milestone.projectId);
    throw error;
  }
}

async function placeCard({ id, milestoneId, columnId }: BoardCard, place: string): Promise<void> {
  const at = { params: { path: { cardId: id } } };
  const to = place === "later" ? null : place;
  await answer(
    api.PUT("/api/v1/cards/{cardId}/milestone", { ...at, body: { milestoneId: to, expected: milestoneId } }),
  );
  if (to !== null) return;
  const expected = { columnId, place: "board" as const };
  await answer(api.POST("/api/v1/cards/{cardId}/move", { ...at, body: { place: "later", expected } }));
}
