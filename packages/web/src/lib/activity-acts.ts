import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { boardQuery } from "./board-query.ts";
import { takeBackCards } from "./card-trash.ts";
import type { Milestone } from "./plan-query.ts";
import { refreshPlan } from "./plan-writes.ts";
import { offerUndo } from "./undo.tsx";

/** Work under a milestone, as the plan adds it; one way back for all. */
export async function addActivities(
  client: QueryClient,
  milestone: Pick<Milestone, "id" | "projectId" | "number">,
  titles: readonly string[],
): Promise<void> {
  const { projectId, number } = milestone;
  const ids = await addCards(client, milestone, titles);
  await refreshPlan(client, projectId);
  const [only] = titles;
  const what = titles.length === 1 ? `“${only}”` : `${titles.length} cards`;
  offerUndo(`${what} added to M${number}`, () => takeBackCards(client, projectId, ids));
}

/** Cards of a milestone in the first column, or in the Later list of a board without columns. */
export async function addCards(
  client: QueryClient,
  { id, projectId }: Pick<Milestone, "id" | "projectId">,
  titles: readonly string[],
): Promise<string[]> {
  const [title, ...others] = titles;
  if (title === undefined) return [];
  const board = await client.ensureQueryData(boardQuery(projectId));
  const columnId = board.columns[0]?.id;
  const place = columnId ? { columnId } : { place: "later" as const };
  const where = { milestoneId: id, ...place };
  const params = { path: { projectId } };
  if (others.length === 0) {
    const body = { title, ...where };
    return [(await answer(api.POST("/api/v1/projects/{projectId}/cards", { params, body }))).id];
  }
  const body = { titles: [...titles], ...where };
  return (await answer(api.POST("/api/v1/projects/{projectId}/cards/batch", { params, body }))).ids;
}
