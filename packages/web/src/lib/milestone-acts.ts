import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "./api.ts";
import { type Milestone, planQuery } from "./plan-query.ts";
import { refreshPlan, takeIn } from "./plan-writes.ts";
import { restoreThing } from "./trash.ts";
import { offerUndo } from "./undo.tsx";

export type MilestonePage = Shape<"MilestonePage">;
export type MilestoneState = Shape<"MilestoneState">;

export interface NewMilestone {
  title: string;
  outcome?: string;
  phase?: boolean;
  parentId?: string | null;
  ownerId?: string | null;
  startOn?: string | null;
  targetOn?: string | null;
}

/** The words of a milestone that are simply overwritten. */
export type MilestoneWords = Partial<
  Pick<
    Milestone,
    | "title"
    | "outcome"
    | "why"
    | "phase"
    | "parentId"
    | "ownerId"
    | "weight"
    | "priceMinor"
    | "audience"
    | "clientApproval"
  >
>;

export const atMilestone = (milestoneId: string) => ({ params: { path: { milestoneId } } });

/** Adds a milestone that serves the given objectives, and offers to take it away again. */
export async function createMilestone(
  client: QueryClient,
  projectId: string,
  body: NewMilestone,
  objectiveIds: readonly string[] = [],
): Promise<MilestonePage> {
  const made = await makeMilestone(projectId, body, objectiveIds);
  await refreshPlan(client, projectId);
  offerUndo(`“${made.title}” added`, async () => {
    await removeMilestone(made.id);
    await refreshPlan(client, projectId);
  });
  return made;
}

/** The same without a word: for acts that make several things at once. */
export async function makeMilestone(
  projectId: string,
  body: NewMilestone,
  objectiveIds: readonly string[],
): Promise<MilestonePage> {
  const at = { params: { path: { projectId } } };
  const made = await answer(api.POST("/api/v1/projects/{projectId}/milestones", { ...at, body }));
  return objectiveIds.length > 0 ? putObjectives(made.id, objectiveIds) : made;
}

export async function removeMilestone(id: string): Promise<void> {
  await answer(api.DELETE("/api/v1/milestones/{milestoneId}", atMilestone(id)));
}

/** Overwrites words with the revision that was read; `said` offers the way back. */
export async function changeMilestone(
  client: QueryClient,
  milestone: Pick<Milestone, "id" | "projectId" | "revision">,
  change: MilestoneWords,
  undo?: { said: string; before: MilestoneWords },
): Promise<MilestonePage> {
  const made = await patchWords(milestone.id, milestone.revision, change);
  await takeIn(client, made);
  if (undo)
    offerUndo(undo.said, async () => {
      const now = revisionNow(client, milestone.projectId, milestone.id) ?? made.revision;
      await takeIn(client, await patchWords(milestone.id, now, undo.before));
    });
  return made;
}

/** Without a word: for acts that change several things at once. */
export function patchWords(
  milestoneId: string,
  revision: number,
  body: MilestoneWords,
): Promise<MilestonePage> {
  return answer(
    api.PATCH("/api/v1/milestones/{milestoneId}", {
      ...atMilestone(milestoneId),
      headers: ifMatch(revision),
      body,
    }),
  );
}

function revisionNow(client: QueryClient, projectId: string, milestoneId: string): number | undefined {
  const plan = client.getQueryData(planQuery(projectId).queryKey);
  return plan?.milestones.find(({ id }) => id === milestoneId)?.revision;
}

export async function serveObjectives(
  client: QueryClient,
  milestone: Pick<Milestone, "id" | "objectiveIds">,
  objectiveIds: readonly string[],
): Promise<void> {
  await takeIn(client, await putObjectives(milestone.id, objectiveIds));
  offerUndo("Objectives changed", async () =>
    takeIn(client, await putObjectives(milestone.id, milestone.objectiveIds)),
  );
}

/** Without a word: for acts that change several things at once. */
export function putObjectives(milestoneId: string, objectiveIds: readonly string[]): Promise<MilestonePage> {
  const body = { objectiveIds: [...objectiveIds] };
  return answer(
    api.PUT("/api/v1/milestones/{milestoneId}/objectives", { ...atMilestone(milestoneId), body }),
  );
}

export async function trashMilestone(
  client: QueryClient,
  { id, projectId, title }: Pick<Milestone, "id" | "projectId" | "title">,
): Promise<void> {
  await removeMilestone(id);
  await refreshPlan(client, projectId);
  offerUndo(`“${title}” is in the trash`, async () => {
    await restoreThing(id, projectId);
    await refreshPlan(client, projectId);
  });
}

/** The milestone becomes a card on the board, with its talk, files and people. */
export async function demoteMilestone(
  client: QueryClient,
  { id, projectId }: Pick<Milestone, "id" | "projectId">,
): Promise<Shape<"Card">> {
  const card = await answer(
    api.POST("/api/v1/milestones/{milestoneId}/demote", { ...atMilestone(id), body: {} }),
  );
  await refreshPlan(client, projectId);
  return card;
}
