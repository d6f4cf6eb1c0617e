import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { boardQuery } from "./board-query.ts";
import type { Milestone } from "./plan-query.ts";
import { refreshPlan } from "./plan-writes.ts";
import { offerUndo } from "./undo.tsx";

/** Work under a milestone, as the plan adds it: a card in the first column, or in the Later list of a board without columns. */
export async function addActivity(
  client: QueryClient,
  { id, projectId, number }: Pick<Milestone, "id" | "projectId" | "number">,
  title: string,
): Promise<void> {
  const board = await client.ensureQueryData(boardQuery(projectId));
  const columnId = board.columns[0]?.id;
  const place = columnId ? { columnId } : { place: "later" as const };
  const body = { title, milestoneId: id, ...place };
  const params = { path: { projectId } };
  const card = await answer(api.POST("/api/v1/projects/{projectId}/cards", { params, body }));
  await refreshPlan(client, projectId);
  offerUndo(`“${title}” added to M${number}`, async () => {
    await answer(api.DELETE("/api/v1/cards/{cardId}", { params: { path: { cardId: card.id } } }));
    await refreshPlan(client, projectId);
  });
}
