import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type ChangeRequest = Shape<"ChangeRequest">;
export type EffectPreview = Shape<"ChangeEffectPreview">;

export interface Estimate {
  low: number | null;
  likely: number;
  high: number | null;
  milestoneId: string;
  assigneeId: string | null;
}

export interface Quote extends Estimate {
  priceMinor: number;
  words: string;
  deciderIds: string[];
  dueOn: string | null;
  /** The dates that are promised with it. */
  targets: { milestoneId: string; targetOn: string }[];
}

export const changeRequestsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "change-requests"),
    queryFn: async () =>
      (
        await answer(
          api.GET("/api/v1/projects/{projectId}/change-requests", { params: { path: { projectId } } }),
        )
      ).items,
  });

const at = ({ id }: ChangeRequest) => ({ params: { path: { changeRequestId: id } } });

export function previewEffect(change: ChangeRequest, body: Estimate): Promise<EffectPreview> {
  return answer(api.POST("/api/v1/change-requests/{changeRequestId}/effect", { ...at(change), body }));
}

export async function quoteChange(client: QueryClient, change: ChangeRequest, body: Quote): Promise<void> {
  await answer(api.POST("/api/v1/change-requests/{changeRequestId}/quote", { ...at(change), body }));
  await client.invalidateQueries({ queryKey: keys.project(change.projectId) });
}

export async function declineChange(
  client: QueryClient,
  change: ChangeRequest,
  words: string,
): Promise<void> {
  const body = { answer: words };
  await answer(api.POST("/api/v1/change-requests/{changeRequestId}/decline", { ...at(change), body }));
  await client.invalidateQueries({ queryKey: keys.project(change.projectId) });
}
