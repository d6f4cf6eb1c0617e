import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { keys } from "./query-keys.ts";
import { offerUndo } from "./undo.tsx";

export type Mute = Shape<"Mute">;
export type Mutable = Pick<Mute, "kind" | "id" | "title">;

export const mutesQuery = queryOptions({
  queryKey: [...keys.inbox, "mutes"],
  queryFn: () => answer(api.GET("/api/v1/mutes")),
});

/** Hear no more of it, or again; either is taken back by the other. */
export async function turnMute(client: QueryClient, thing: Mutable, on: boolean): Promise<void> {
  const turn = async (to: boolean) => {
    const body = { kind: thing.kind, id: thing.id };
    await answer(to ? api.PUT("/api/v1/mutes", { body }) : api.DELETE("/api/v1/mutes", { body }));
    await client.invalidateQueries({ queryKey: keys.inbox });
  };
  await turn(on);
  offerUndo(`${on ? "Muted" : "No longer muted"}: ${thing.title}`, () => turn(!on));
}
