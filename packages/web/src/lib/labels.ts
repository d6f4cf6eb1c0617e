import type { QueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { boardQuery } from "./board-query.ts";

export const LABEL_COLORS = [
  "blue",
  "green",
  "red",
  "yellow",
  "violet",
  "orange",
  "teal",
  "pink",
  "gray",
  "indigo",
  "cyan",
  "lime",
  "grape",
] as const;
export type LabelColor = (typeof LABEL_COLORS)[number];

/** The colour that a project with so many labels has used least. */
export function nextColor(count: number): LabelColor {
  return LABEL_COLORS[count % LABEL_COLORS.length] ?? "blue";
}

export async function createLabel(
  client: QueryClient,
  projectId: string,
  label: { name: string; color: LabelColor },
): Promise<Shape<"BoardLabel">> {
  const params = { path: { projectId } };
  const made = await answer(api.POST("/api/v1/projects/{projectId}/labels", { params, body: label }));
  await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
  return made;
}

export async function removeLabel(client: QueryClient, projectId: string, labelId: string): Promise<void> {
  await answer(api.DELETE("/api/v1/labels/{labelId}", { params: { path: { labelId } } }));
  await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
}
