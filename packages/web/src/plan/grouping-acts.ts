import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { atMilestone } from "../lib/milestone-acts.ts";
import { type Milestone, type Plan, planQuery } from "../lib/plan-query.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo } from "../lib/undo.tsx";

/** The one card of a small milestone becomes part of another; the small one goes into the trash. */
export async function mergeMilestone(
  client: QueryClient,
  { id, projectId, number }: Milestone,
  cardId: string,
  into: Milestone,
): Promise<void> {
  await placeCard(cardId, { from: id, to: into.id });
  await answer(api.DELETE("/api/v1/milestones/{milestoneId}", atMilestone(id)));
  await refreshPlan(client, projectId);
  offerUndo(`M${number} is part of M${into.number} now`, async () => {
    await restoreThing(id, projectId);
    await placeCard(cardId, { from: into.id, to: id });
    await refreshPlan(client, projectId);
  });
}

/** A phase around milestones: it serves what they serve, and lasts from the first to the last of them. */
export async function makePhase(
  client: QueryClient,
  plan: Plan,
  title: string,
  ids: readonly string[],
): Promise<void> {
  const projectId = plan.project.id;
  const minors = plan.milestones.filter(({ id }) => ids.includes(id));
  const body = { title, phase: true, ...windowAround(minors) };
  const params = { path: { projectId } };
  const phase = await answer(api.POST("/api/v1/projects/{projectId}/milestones", { params, body }));
  const objectiveIds = [...new Set(minors.flatMap((minor) => minor.objectiveIds))];
  await answer(
    api.PUT("/api/v1/milestones/{milestoneId}/objectives", {
      ...atMilestone(phase.id),
      body: { objectiveIds },
    }),
  );
  const text = `${minors.map(({ number }) => `M${number}`).join(", ")} are reached`;
  await answer(
    api.POST("/api/v1/milestones/{milestoneId}/criteria", { ...atMilestone(phase.id), body: { text } }),
  );
  for (const minor of minors) await putParent(minor, phase.id);
  await refreshPlan(client, projectId);
  offerUndo(`Phase “${title}” made`, async () => {
    const now = await client.fetchQuery({ ...planQuery(projectId), staleTime: 0 });
    for (const minor of now.milestones.filter(({ parentId }) => parentId === phase.id))
      await putParent(minor, null);
    await answer(api.DELETE("/api/v1/milestones/{milestoneId}", atMilestone(phase.id)));
    await refreshPlan(client, projectId);
  });
}

async function placeCard(cardId: string, { from, to }: { from: string; to: string }): Promise<void> {
  const params = { path: { cardId } };
  const body = { milestoneId: to, expected: from };
  await answer(api.PUT("/api/v1/cards/{cardId}/milestone", { params, body }));
}

async function putParent({ id, revision }: Milestone, parentId: string | null): Promise<void> {
  await answer(
    api.PATCH("/api/v1/milestones/{milestoneId}", {
      ...atMilestone(id),
      headers: ifMatch(revision),
      body: { parentId },
    }),
  );
}

function windowAround(minors: readonly Milestone[]): { startOn?: string; targetOn?: string } {
  const startOn = minors.flatMap((minor) => minor.startOn ?? minor.targetOn ?? []).sort()[0];
  const targetOn = minors
    .flatMap((minor) => minor.targetOn ?? [])
    .sort()
    .at(-1);
  return { ...(startOn && targetOn ? { startOn } : {}), ...(targetOn ? { targetOn } : {}) };
}
