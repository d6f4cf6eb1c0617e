import type { QueryClient } from "@tanstack/react-query";
import type { Shape } from "./api.ts";
import { type Milestone, planQuery } from "./plan-query.ts";
import { keys } from "./query-keys.ts";

/** Everything of the project is read again: dates, findings and progress hang together. */
export function refreshPlan(client: QueryClient, projectId: string): Promise<void> {
  return client.invalidateQueries({ queryKey: keys.project(projectId) });
}

/** Shows at once what is known to change, before the whole plan has been read again. */
export function patchMilestone(
  client: QueryClient,
  projectId: string,
  milestoneId: string,
  change: Partial<Milestone>,
): void {
  client.setQueryData(planQuery(projectId).queryKey, (plan) =>
    plan
      ? {
          ...plan,
          milestones: plan.milestones.map((each) =>
            each.id === milestoneId ? { ...each, ...change } : each,
          ),
        }
      : undefined,
  );
}

/** What a write answered about a milestone, put into the plan that is shown; then all that follows from it is read again. */
export async function takeIn(client: QueryClient, page: Shape<"MilestonePage">): Promise<void> {
  const { moves: _moves, ...fields } = page;
  patchMilestone(client, page.projectId, page.id, fields);
  await refreshPlan(client, page.projectId);
}
