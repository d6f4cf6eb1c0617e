import type { QueryClient } from "@tanstack/react-query";
import { addCards } from "../lib/activity-acts.ts";
import { takeBackCards } from "../lib/card-trash.ts";
import { counted } from "../lib/counted.ts";
import { makeMilestone, removeMilestone } from "../lib/milestone-acts.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { offerUndo } from "../lib/undo.tsx";
import type { OutlineItem } from "./outline-line.ts";

/** Milestones with their activities, all of them or none; one way back for all. */
export async function addOutline(
  client: QueryClient,
  projectId: string,
  items: readonly OutlineItem[],
  objectiveIds: readonly string[],
): Promise<void> {
  const made: string[] = [];
  const cards: string[] = [];
  const takeBack = async () => {
    await takeBackCards(client, projectId, cards);
    for (const id of made) await removeMilestone(id);
    await refreshPlan(client, projectId);
  };
  try {
    for (const { title, targetOn, ownerId, activities } of items) {
      const { id } = await makeMilestone(projectId, { title, targetOn, ownerId }, objectiveIds);
      made.push(id);
      cards.push(...(await addCards(client, { id, projectId }, activities)));
    }
  } catch (error) {
    await takeBack();
    throw error;
  }
  await refreshPlan(client, projectId);
  offerUndo(`${outlineWords(items)} added`, takeBack);
}

/** "4 milestones and 3 activities" */
export function outlineWords(items: readonly OutlineItem[]): string {
  const activities = items.reduce((sum, item) => sum + item.activities.length, 0);
  const milestones = counted(items.length, "milestone");
  return activities === 0 ? milestones : `${milestones} and ${counted(activities, "activity", "activities")}`;
}
