import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { takeBackCards } from "../lib/card-trash.ts";
import { counted } from "../lib/counted.ts";
import { removeMilestone } from "../lib/milestone-acts.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { offerUndo } from "../lib/undo.tsx";
import type { ProjectStart } from "./templates.api.ts";

type Wanted = Pick<ProjectStart, "templateId" | "dates" | "people" | "milestones"> & {
  /** What the milestones serve; left out, the template's own objectives come along. */
  objectiveIds?: string[];
};

/** A template's milestones with their activities into a plan that is there; one way back for all. */
export async function addToPlan(client: QueryClient, projectId: string, body: Wanted): Promise<void> {
  const params = { path: { projectId } };
  const added = await answer(api.POST("/api/v1/projects/{projectId}/plan/from-template", { params, body }));
  await refreshPlan(client, projectId);
  const { milestones, cardIds, objectiveIds } = added;
  offerUndo(
    `${counted(milestones.length, "milestone")} and ${counted(cardIds.length, "card")} added`,
    async () => {
      await takeBackCards(client, projectId, cardIds);
      for (const { id } of milestones) await removeMilestone(id);
      for (const objectiveId of objectiveIds)
        await answer(api.DELETE("/api/v1/objectives/{objectiveId}", { params: { path: { objectiveId } } }));
      await refreshPlan(client, projectId);
    },
  );
}
