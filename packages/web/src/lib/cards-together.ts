import type { QueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { boardQuery, takeOffBoard } from "./board-query.ts";
import { withCount } from "./card-acts-together.ts";
import { keys } from "./query-keys.ts";
import { offerUndo, sayDone, sayProblem } from "./undo.tsx";

export type ColumnSort = Shape<"ColumnSort">;
type Together = Shape<"ActTogether">;

interface Column {
  projectId: string;
  id: string;
  name: string;
}

/** All cards of a column, or what is done there, off the board with one way back. */
export function archiveColumn(client: QueryClient, column: Column, only: "all" | "done"): Promise<void> {
  const { projectId, id } = column;
  return together(client, projectId, {
    send: () =>
      answer(
        api.POST("/api/v1/columns/{columnId}/archive-cards", {
          params: { path: { columnId: id } },
          body: { only },
        }),
      ),
    show: ({ cardIds }) => takeOffBoard(client, projectId, cardIds),
    said: ({ cardIds }) => withCount("Archived", cardIds.length),
    nothing: `Nothing to archive in ${column.name}.`,
  });
}

export function sortColumn(
  client: QueryClient,
  column: Column,
  by: ColumnSort,
  words: string,
): Promise<void> {
  const { projectId, id, name } = column;
  return together(client, projectId, {
    send: () =>
      answer(
        api.POST("/api/v1/columns/{columnId}/sort", { params: { path: { columnId: id } }, body: { by } }),
      ),
    said: () => `${name} sorted by ${words}`,
    nothing: `${name} is in this order already.`,
  });
}

/** Out of the archive, each where it was. */
export function bringBack(client: QueryClient, projectId: string, cardIds: readonly string[]): Promise<void> {
  return together(client, projectId, {
    send: () =>
      answer(
        api.POST("/api/v1/projects/{projectId}/cards/unarchive", {
          params: { path: { projectId } },
          body: { cardIds: [...cardIds] },
        }),
      ),
    said: (done) => withCount("Back on the board", done.cardIds.length),
    nothing: "Somebody has brought these back already.",
  });
}

/** Into the trash, where they are for 30 days. */
export function deleteTogether(
  client: QueryClient,
  projectId: string,
  cardIds: readonly string[],
): Promise<void> {
  return together(client, projectId, {
    send: () =>
      answer(
        api.POST("/api/v1/projects/{projectId}/cards/trash", {
          params: { path: { projectId } },
          body: { cardIds: [...cardIds] },
        }),
      ),
    said: (done) => withCount("Deleted", done.cardIds.length),
    nothing: "Somebody has deleted these already.",
  });
}

interface Doing {
  send: () => Promise<Together>;
  /** What can be shown before the board is read again. */
  show?: (done: Together) => void;
  said: (done: Together) => string;
  nothing: string;
}

async function together(client: QueryClient, projectId: string, doing: Doing): Promise<void> {
  try {
    const done = await doing.send();
    doing.show?.(done);
    await readAgain(client, projectId);
    const { actId } = done;
    if (actId === null) sayDone(doing.nothing);
    else
      offerUndo(doing.said(done), async () => {
        const path = { projectId, actId };
        await answer(api.POST("/api/v1/projects/{projectId}/acts/{actId}/undo", { params: { path } }));
        await readAgain(client, projectId);
      });
  } catch (error) {
    sayProblem(error, () => void together(client, projectId, doing));
  }
}

/** All that shows cards of the project; whoever waits for it waits for the board alone. */
function readAgain(client: QueryClient, projectId: string): Promise<void> {
  const { queryKey } = boardQuery(projectId);
  void client.invalidateQueries({ queryKey: keys.project(projectId, "cards") });
  void client.invalidateQueries({ queryKey: keys.project(projectId, "plan"), refetchType: "none" });
  return client.invalidateQueries({ queryKey });
}
