import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";

export type ReadySwitch = Shape<"Switch">;
type State = Pick<ReadySwitch, "on" | "days">;

export const switchesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "switches"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/switches", { params: { path: { projectId } } })))
        .items,
  });

/** Over the state that was seen; the way back sets it as it was, unless somebody has gone on since. */
export async function setSwitch(
  client: QueryClient,
  projectId: string,
  { code, on, days }: ReadySwitch,
  wanted: State,
): Promise<void> {
  const before = { on, days };
  const put = async (state: State, expected: State) => {
    const params = { path: { projectId, switchCode: code } };
    const path = "/api/v1/projects/{projectId}/switches/{switchCode}";
    const { queryKey } = switchesQuery(projectId);
    try {
      const { items } = await answer(api.PUT(path, { params, body: { ...state, expected } }));
      client.setQueryData(queryKey, items);
    } catch (error) {
      await client.invalidateQueries({ queryKey });
      throw error;
    }
  };
  await put(wanted, before);
  offerUndo(wordFor(before, wanted), () => put(before, wanted));
}

function wordFor(before: State, wanted: State): string {
  if (before.on && wanted.on) return "Number changed";
  return wanted.on ? "Switched on" : "Switched off";
}
