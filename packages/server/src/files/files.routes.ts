import { z } from "zod";
import { openRoute, route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { audience, title, uuid } from "../kit/fields.ts";
import { GivenSubject, subjectParameter, visibleSubject } from "../talk/subject.ts";
import { fileName } from "./file-name.ts";
import { listFiles } from "./files.store.ts";
import {
  addFile,
  addVersion,
  changeName,
  mayAddVersion,
  mayUpload,
  trashFile,
  visibleFile,
} from "./files.ts";
import { File, presentFile } from "./files.view.ts";
import { refuseOddFolder } from "./folders.ts";
import { FILE_BYTES, NAME_LENGTH } from "./limits.ts";
import { receive } from "./upload.ts";

const Params = z.strictObject({ fileId: uuid() });
const because =
  "An upload is a stream: no transaction stays open while it arrives; it asks `can` itself, before and after.";

const Fields = z
  .strictObject({
    subjectKind: GivenSubject.shape.kind,
    subjectId: uuid(),
    audience: audience().default("team"),
    folderId: uuid().nullable().default(null),
  })
  .transform(({ subjectKind: kind, subjectId: id, ...rest }) => ({ subject: { kind, id }, ...rest }));

async function mayAdd(scope: Scope, fields: Record<string, string>) {
  const { subject, audience, folderId } = Fields.parse({ ...fields });
  const access = await mayUpload(scope, subject, audience);
  await refuseOddFolder(scope, access, folderId);
  return { access, audience, folderId };
}

export const fileRoutes = [
  openRoute({
    method: "POST",
    path: "/files",
    id: "uploadFile",
    tag: "Files",
    summary: "Upload a file: multipart with subjectKind, subjectId, audience, folderId, then the file",
    policy: "session",
    because,
    rawBody: true,
    response: File,
    handle: (services, _input, { request, actor }) =>
      receive(services, actor, request, {
        before: mayAdd,
        store: async (scope, fields, name, blob) => {
          const { access, audience, folderId } = await mayAdd(scope, fields);
          return presentFile(await addFile(scope, access, audience, name, blob, folderId));
        },
      }),
  }),
  openRoute({
    method: "POST",
    path: "/files/{fileId}/versions",
    id: "uploadVersion",
    tag: "Files",
    summary: "A new version of a file: multipart with the file",
    params: Params,
    policy: "session",
    because,
    rawBody: true,
    response: File,
    handle: (services, { params }, { request, actor }) =>
      receive(services, actor, request, {
        before: (scope) => mayAddVersion(scope, params.fileId),
        store: async (scope, _fields, name, blob) =>
          presentFile(await addVersion(scope, await mayAddVersion(scope, params.fileId), name, blob)),
      }),
  }),
  route({
    method: "GET",
    path: "/files",
    id: "listFiles",
    tag: "Files",
    summary: "What hangs on a thing, newest first, and what an upload may be",
    query: z.strictObject({ subject: subjectParameter }),
    response: z.object({
      items: z.array(File),
      nextCursor: z.null(),
      limits: z.object({ bytes: z.int(), nameLength: z.int() }),
    }),
    policy: {
      action: "project.read",
      load: (scope, { query }) => visibleSubject(scope, query.subject, "team"),
    },
    handle: async (scope, { query }, { project }) => ({
      items: (await listFiles(scope, project.id, query.subject)).map(presentFile),
      nextCursor: null,
      limits: { bytes: FILE_BYTES, nameLength: NAME_LENGTH },
    }),
  }),
  route({
    method: "GET",
    path: "/files/{fileId}",
    id: "getFile",
    tag: "Files",
    summary: "A file and its versions",
    params: Params,
    response: File,
    policy: { action: "project.read", load: (scope, { params }) => visibleFile(scope, params.fileId) },
    handle: async (_scope, _input, { file }) => presentFile(file),
  }),
  route({
    method: "PATCH",
    path: "/files/{fileId}",
    id: "renameFile",
    tag: "Files",
    summary: "What a file is called",
    params: Params,
    body: z.strictObject({ name: title(NAME_LENGTH) }),
    response: File,
    ifMatch: true,
    policy: { action: "file.delete", load: (scope, { params }) => visibleFile(scope, params.fileId) },
    handle: async (scope, { body, revision }, access) =>
      presentFile(await changeName(scope, access, revision, fileName(body.name))),
  }),
  route({
    method: "DELETE",
    path: "/files/{fileId}",
    id: "trashFile",
    tag: "Files",
    summary: "Into the trash, from where it can be restored for 30 days",
    params: Params,
    policy: { action: "file.delete", load: (scope, { params }) => visibleFile(scope, params.fileId) },
    handle: (scope, _input, access) => trashFile(scope, access),
  }),
];
