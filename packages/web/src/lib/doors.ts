import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "./api.ts";
import { keys } from "./query-keys.ts";
import { restoreThing } from "./trash.ts";
import { offerUndo, sayProblem } from "./undo.tsx";

export type Door = Shape<"Door">;

export const doorsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "doors"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/doors", { params: { path: { projectId } } })))
        .items,
  });

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: keys.project(projectId, "doors") });

export interface DoorFields {
  name: string;
  url: string;
}

export async function saveDoor(
  client: QueryClient,
  projectId: string,
  door: Door | null,
  fields: DoorFields,
): Promise<void> {
  await (door
    ? answer(
        api.PATCH("/api/v1/doors/{doorId}", {
          params: { path: { doorId: door.id } },
          headers: ifMatch(door.revision),
          body: fields,
        }),
      )
    : answer(
        api.POST("/api/v1/projects/{projectId}/doors", { params: { path: { projectId } }, body: fields }),
      ));
  await refresh(client, projectId);
}

export async function removeDoor(client: QueryClient, projectId: string, { id, name }: Door): Promise<void> {
  try {
    await answer(api.DELETE("/api/v1/doors/{doorId}", { params: { path: { doorId: id } } }));
    await refresh(client, projectId);
    offerUndo(`${name} deleted`, async () => {
      await restoreThing(id, projectId);
      await refresh(client, projectId);
    });
  } catch (error) {
    sayProblem(error);
  }
}

/** One place up or down among the others, with a way back. */
export async function shiftDoor(
  client: QueryClient,
  projectId: string,
  doors: readonly Door[],
  { door, by }: { door: Door; by: -1 | 1 },
): Promise<void> {
  const before = doors.map(({ id }) => id);
  const at = before.indexOf(door.id);
  const after = before.toSpliced(at, 1).toSpliced(at + by, 0, door.id);
  const order = (ids: string[], expected: string[]) =>
    answer(
      api.PUT("/api/v1/projects/{projectId}/doors/order", {
        params: { path: { projectId } },
        body: { ids, expected },
      }),
    );
  try {
    await order(after, before);
    offerUndo(`${door.name} moved`, async () => {
      await order(before, after);
      await refresh(client, projectId);
    });
  } catch (error) {
    sayProblem(error);
  } finally {
    await refresh(client, projectId);
  }
}
