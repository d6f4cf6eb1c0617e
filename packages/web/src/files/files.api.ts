import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, apiLink, ifMatch, type Shape } from "../lib/api.ts";
import { noConnection, problemOf } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";
import { workspaceSlug } from "../lib/workspace.ts";

export type File = Shape<"File">;
export type Audience = "team" | "client";

/** Until the server has said what it takes. */
export const UNTOLD_LIMIT = 100 * 1_048_576;

/** The thing that files hang on, and its project. */
export interface FilesSubject {
  kind: "card" | "milestone" | "objective" | "project";
  id: string;
  projectId: string;
  /** Where in the project's folders an upload goes. */
  folderId?: string | undefined;
}

export const filesQuery = ({ kind, id, projectId }: FilesSubject) =>
  queryOptions({
    queryKey: keys.project(projectId, "files", id),
    queryFn: () => answer(api.GET("/api/v1/files", { params: { query: { subject: `${kind}:${id}` } } })),
  });

/** What hangs on the thing, and the project's list of all. */
export const refreshFiles = (client: QueryClient, { projectId }: FilesSubject) =>
  client.invalidateQueries({ queryKey: keys.project(projectId, "files") });

/** Where the bytes of a version are: to be saved, or to be shown. */
export function addressOf(fileId: string, n: number, as: "content" | "preview"): string {
  return apiLink(`/files/${fileId}/versions/${n}/${as}`);
}

/** Sends one file and tells how far it is; a new version when `fileId` is given. */
export function upload(
  subject: FilesSubject,
  audience: Audience,
  file: Blob & { name?: string },
  {
    fileId,
    onProgress,
    signal,
  }: { fileId?: string; onProgress: (part: number) => void; signal: AbortSignal },
): Promise<void> {
  const form = new FormData();
  if (!fileId) {
    form.set("subjectKind", subject.kind);
    form.set("subjectId", subject.id);
    form.set("audience", audience);
    if (subject.folderId) form.set("folderId", subject.folderId);
  }
  form.set("file", file, file.name || "pasted.png");
  const request = new XMLHttpRequest();
  const sent = new Promise<void>((resolve, reject) => {
    request.onload = () =>
      request.status < 300
        ? resolve()
        : void problemOf(new Response(request.responseText, { status: request.status })).then(reject);
    request.onerror = () => reject(noConnection());
    request.onabort = () => resolve();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  });
  signal.addEventListener("abort", () => request.abort());
  request.open("POST", fileId ? `/api/v1/files/${fileId}/versions` : "/api/v1/files");
  const slug = workspaceSlug();
  if (slug) request.setRequestHeader("x-workspace", slug);
  request.send(form);
  return sent;
}

export function rename({ id, revision }: File, name: string): Promise<unknown> {
  return answer(
    api.PATCH("/api/v1/files/{fileId}", {
      params: { path: { fileId: id } },
      headers: ifMatch(revision),
      body: { name },
    }),
  );
}

export function trashFile(fileId: string): Promise<unknown> {
  return answer(api.DELETE("/api/v1/files/{fileId}", { params: { path: { fileId } } }));
}

/** 1_536 -> "1.5 KB". */
export function sizeText(bytes: number): string {
  if (bytes < 1_024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const kilo = bytes / 1_024;
  return kilo < 1_024 ? `${round(kilo)} KB` : `${round(kilo / 1_024)} MB`;
}

function round(amount: number): number {
  return amount < 10 ? Number(amount.toFixed(1)) : Math.round(amount);
}
