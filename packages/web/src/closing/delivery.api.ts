import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type DeliveryRecord = Shape<"DeliveryRecord">;

export const deliveriesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "delivery-records"),
    queryFn: async () =>
      (
        await answer(
          api.GET("/api/v1/projects/{projectId}/delivery-records", { params: { path: { projectId } } }),
        )
      ).items,
  });

export async function makeDelivery(
  client: QueryClient,
  projectId: string,
  hideNames: boolean,
): Promise<void> {
  await answer(
    api.POST("/api/v1/projects/{projectId}/delivery-records", {
      params: { path: { projectId } },
      body: { hideNames },
    }),
  );
  await client.invalidateQueries({ queryKey: deliveriesQuery(projectId).queryKey });
}
