import { answer, api } from "./api.ts";

/** Takes a thing out of the trash by its own id: the way back from a delete. */
export async function restoreThing(thingId: string, projectId?: string): Promise<void> {
  const query = projectId ? { projectId } : {};
  const { items } = await answer(api.GET("/api/v1/trash", { params: { query } }));
  const item = items.find((each) => each.thingId === thingId);
  if (!item) return;
  await answer(api.POST("/api/v1/trash/{trashId}/restore", { params: { path: { trashId: item.id } } }));
}
