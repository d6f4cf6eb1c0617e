import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { visibleFolder } from "./folders.store.ts";
import { createFolder, deleteFolder, moveFolder, renameFolder, restoreFolder, sortFiles } from "./folders.ts";
import { NAME_LENGTH } from "./limits.ts";
import { Folder, presentFolder } from "./project-files.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const OneFolder = z.strictObject({ folderId: uuid() });
const place = () => uuid().nullable();
const inProject = {
  action: "file.sort",
  load: (scope: Scope, { params }: { params: z.infer<typeof InProject> }) =>
    visibleProject(scope, params.projectId),
} as const;
const oneFolder = {
  action: "file.sort",
  load: (scope: Scope, { params }: { params: z.infer<typeof OneFolder> }) =>
    visibleFolder(scope, params.folderId),
} as const;
const tag = "Files";

export const folderRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/folders",
    id: "createFolder",
    tag,
    summary: "A folder for the project's files; the client sees files without the folders",
    params: InProject,
    body: z.strictObject({ name: title(NAME_LENGTH), parentId: place().default(null) }),
    response: Folder,
    policy: inProject,
    handle: async (scope, { body }, { project }) =>
      presentFolder(await createFolder(scope, project.id, body)),
  }),
  route({
    method: "PATCH",
    path: "/folders/{folderId}",
    id: "renameFolder",
    tag,
    summary: "What a folder is called",
    params: OneFolder,
    body: z.strictObject({ name: title(NAME_LENGTH) }),
    response: Folder,
    ifMatch: true,
    policy: oneFolder,
    handle: async (scope, { body, revision }, { folder }) =>
      presentFolder(await renameFolder(scope, folder, revision, body.name)),
  }),
  route({
    method: "POST",
    path: "/folders/{folderId}/move",
    id: "moveFolder",
    tag,
    summary: "Into another folder, or to the top; refused when it is no longer where you saw it",
    status: 204,
    params: OneFolder,
    body: z.strictObject({ from: place(), to: place() }),
    policy: oneFolder,
    handle: (scope, { body }, { folder }) => moveFolder(scope, folder, body),
  }),
  route({
    method: "DELETE",
    path: "/folders/{folderId}",
    id: "deleteFolder",
    tag,
    summary: "The folder goes, what lies in it moves one step up; the event is what the way back names",
    status: 200,
    params: OneFolder,
    response: z.object({ eventId: z.string() }),
    policy: oneFolder,
    handle: async (scope, _input, { folder }) => ({ eventId: await deleteFolder(scope, folder) }),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/folders/restore",
    id: "restoreFolder",
    tag,
    summary: "Put a deleted folder back with what it held, but for what was moved elsewhere since",
    status: 200,
    params: InProject,
    body: z.strictObject({ eventId: uuid() }),
    response: Folder,
    policy: inProject,
    handle: async (scope, { body }, { project }) =>
      presentFolder(await restoreFolder(scope, project.id, body.eventId)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/files/sort",
    id: "sortFiles",
    tag,
    summary: "Files into folders, all or none; refused when one is no longer where you saw it",
    status: 204,
    params: InProject,
    body: z.strictObject({
      moves: z
        .array(z.strictObject({ fileId: uuid(), from: place(), to: place() }))
        .min(1)
        .max(200),
    }),
    policy: inProject,
    handle: (scope, { body }, { project }) => sortFiles(scope, project.id, body.moves),
  }),
];
