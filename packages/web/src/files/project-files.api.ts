import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { trashFile } from "./files.api.ts";
import type { FileOrder } from "./files-search.ts";

export type ProjectFile = Shape<"ProjectFile">;
export type Folder = Shape<"Folder">;

export const foldersQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "files", "folders"),
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/folders", { params: { path: { projectId } } })),
  });

/** One folder or `top`; without one, and by words, the files of all folders. */
export const projectFilesQuery = (
  projectId: string,
  { folder, q, order }: { folder: string | null; q: string; order: FileOrder },
) =>
  infiniteQueryOptions({
    queryKey: keys.project(projectId, "files", "list", folder ?? "", q, order),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/files", {
          params: {
            path: { projectId },
            query: {
              ...(q ? { q } : {}),
              ...(folder && !q ? { folder } : {}),
              order,
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const refreshProjectFiles = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: keys.project(projectId, "files") });

export function createFolder(projectId: string, name: string, parentId: string | null): Promise<Folder> {
  return answer(
    api.POST("/api/v1/projects/{projectId}/folders", {
      params: { path: { projectId } },
      body: { name, parentId },
    }),
  );
}

export function renameFolder({ id, revision }: Folder, name: string): Promise<Folder> {
  return answer(
    api.PATCH("/api/v1/folders/{folderId}", {
      params: { path: { folderId: id } },
      headers: ifMatch(revision),
      body: { name },
    }),
  );
}

interface Acting {
  client: QueryClient;
  projectId: string;
}

/** Does it, refreshes what is shown either way, and says what went wrong. */
async function act({ client, projectId }: Acting, doing: () => Promise<unknown>): Promise<void> {
  try {
    await doing();
  } catch (error) {
    sayProblem(error);
  } finally {
    await refreshProjectFiles(client, projectId);
  }
}

export function moveFolder(at: Acting, { id, name, parentId }: Folder, to: string | null): Promise<void> {
  const move = (from: string | null, next: string | null) =>
    answer(
      api.POST("/api/v1/folders/{folderId}/move", {
        params: { path: { folderId: id } },
        body: { from, to: next },
      }),
    );
  return act(at, async () => {
    await move(parentId, to);
    offerUndo(`${name} moved`, async () => {
      await move(to, parentId);
      await refreshProjectFiles(at.client, at.projectId);
    });
  });
}

export function deleteFolder(at: Acting, { id, name }: Folder): Promise<void> {
  const { projectId } = at;
  return act(at, async () => {
    const { eventId } = await answer(
      api.DELETE("/api/v1/folders/{folderId}", { params: { path: { folderId: id } } }),
    );
    offerUndo(`${name} deleted; what was in it is one step up`, async () => {
      await answer(
        api.POST("/api/v1/projects/{projectId}/folders/restore", {
          params: { path: { projectId } },
          body: { eventId },
        }),
      );
      await refreshProjectFiles(at.client, projectId);
    });
  });
}

/** All of them with one way back. */
export function sortFiles(at: Acting, files: readonly ProjectFile[], to: string | null): Promise<void> {
  const { projectId } = at;
  const moves = files
    .filter(({ folderId }) => folderId !== to)
    .map(({ id, folderId }) => ({ fileId: id, from: folderId, to }));
  if (moves.length === 0) return Promise.resolve();
  const send = (wanted: typeof moves) =>
    answer(
      api.POST("/api/v1/projects/{projectId}/files/sort", {
        params: { path: { projectId } },
        body: { moves: wanted },
      }),
    );
  return act(at, async () => {
    await send(moves);
    offerUndo(`${counted(files)} moved`, async () => {
      await send(moves.map(({ fileId, from }) => ({ fileId, from: to, to: from })));
      await refreshProjectFiles(at.client, projectId);
    });
  });
}

/** One after the other; what went before a refusal can be taken back all the same. */
export async function trashFiles(at: Acting, files: readonly ProjectFile[]): Promise<void> {
  const gone: ProjectFile[] = [];
  await act(at, async () => {
    for (const file of files) {
      await trashFile(file.id);
      gone.unshift(file);
    }
  });
  if (gone.length === 0) return;
  offerUndo(`${counted(gone)} deleted`, async () => {
    for (const { id } of gone) await restoreThing(id, at.projectId);
    await refreshProjectFiles(at.client, at.projectId);
  });
}

function counted(files: readonly ProjectFile[]): string {
  return files.length === 1 ? (files[0]?.name ?? "") : `${files.length} files`;
}
