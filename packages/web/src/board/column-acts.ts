import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { type BoardColumn, boardQuery } from "../lib/board-query.ts";
import { offerUndo } from "../lib/undo.tsx";

export type Category = Shape<"ColumnCategory">;

export const CATEGORY_WORDS: Record<Category, string> = {
  todo: "Not begun",
  doing: "At work",
  done: "Done",
};

export interface ColumnText {
  name: string;
  category: Category;
  wipLimit: number | null;
}

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });

export async function addColumn(client: QueryClient, projectId: string, text: ColumnText): Promise<void> {
  const column = await answer(
    api.POST("/api/v1/projects/{projectId}/columns", { params: { path: { projectId } }, body: text }),
  );
  await refresh(client, projectId);
  offerUndo(`Column ${text.name} added`, async () => {
    await answer(
      api.DELETE("/api/v1/columns/{columnId}", { params: { path: { columnId: column.id } }, body: {} }),
    );
    await refresh(client, projectId);
  });
}

export async function changeColumn(
  client: QueryClient,
  projectId: string,
  column: BoardColumn,
  text: ColumnText,
): Promise<void> {
  const put = (body: ColumnText, revision: number) =>
    answer(
      api.PATCH("/api/v1/columns/{columnId}", {
        params: { path: { columnId: column.id } },
        headers: ifMatch(revision),
        body,
      }),
    );
  const changed = await put(text, column.revision);
  await refresh(client, projectId);
  const { name, category, wipLimit } = column;
  offerUndo(`Column ${text.name} changed`, async () => {
    await put({ name, category, wipLimit }, changed.revision);
    await refresh(client, projectId);
  });
}

/** One place to the left or right. */
export async function shiftColumn(
  client: QueryClient,
  projectId: string,
  columns: readonly BoardColumn[],
  column: BoardColumn,
  by: -1 | 1,
): Promise<void> {
  const at = columns.findIndex(({ id }) => id === column.id);
  const other = columns[at + by];
  if (!other) return;
  const put = (body: { before: string } | { after: string }) =>
    answer(api.POST("/api/v1/columns/{columnId}/move", { params: { path: { columnId: column.id } }, body }));
  await put(by < 0 ? { before: other.id } : { after: other.id });
  await refresh(client, projectId);
  offerUndo(`Column ${column.name} moved`, async () => {
    await put(by < 0 ? { after: other.id } : { before: other.id });
    await refresh(client, projectId);
  });
}

/** Its cards go to another column first; so there is no way back but moving them again. */
export async function deleteColumn(
  client: QueryClient,
  projectId: string,
  columnId: string,
  moveTo: string | null,
): Promise<void> {
  await answer(
    api.DELETE("/api/v1/columns/{columnId}", {
      params: { path: { columnId } },
      body: moveTo ? { moveTo } : {},
    }),
  );
  await refresh(client, projectId);
}
