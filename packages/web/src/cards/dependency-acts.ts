import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import type { CardDetail } from "../lib/board-query.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";

export type Dependency = CardDetail["dependencies"][number];
export type End = Dependency["from"];
export type Way = "waitsFor" | "holdsUp";

type At = Pick<CardDetail, "id" | "projectId">;

/** Board, plan and roadmap all show what waits. */
const refresh = (client: QueryClient, { projectId }: At) =>
  client.invalidateQueries({ queryKey: keys.project(projectId) });

const drop = (cardId: string, dependencyId: string) =>
  answer(
    api.DELETE("/api/v1/cards/{cardId}/dependencies/{dependencyId}", {
      params: { path: { cardId, dependencyId } },
    }),
  );

const add = (cardId: string, way: Way, { kind, id }: End) =>
  answer(
    api.POST("/api/v1/cards/{cardId}/dependencies", {
      params: { path: { cardId } },
      body: { way, other: { kind, id } },
    }),
  );

export async function link(client: QueryClient, card: At, way: Way, other: End): Promise<void> {
  const made = await add(card.id, way, other);
  await refresh(client, card);
  offerUndo(way === "waitsFor" ? "The card waits for it" : "The card holds it up", async () => {
    await drop(card.id, made.id);
    await refresh(client, card);
  });
}

/** One of another kind than "finish to start" was made in the plan, and is put back there. */
export async function dropLink(client: QueryClient, card: At, dependency: Dependency): Promise<void> {
  await drop(card.id, dependency.id);
  await refresh(client, card);
  const { from, to, kind, lagDays } = dependency;
  offerUndo("Dependency removed", async () => {
    if (kind === "FS" && lagDays === 0)
      await (to.id === card.id ? add(card.id, "waitsFor", from) : add(card.id, "holdsUp", to));
    else
      await answer(
        api.POST("/api/v1/projects/{projectId}/dependencies", {
          params: { path: { projectId: card.projectId } },
          body: { from, to, kind, lagDays },
        }),
      );
    await refresh(client, card);
  });
}
