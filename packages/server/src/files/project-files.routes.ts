import { z } from "zod";
import { route } from "../access/route.ts";
import { line, page, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listFolders } from "./folders.store.ts";
import { FILE_BYTES, NAME_LENGTH } from "./limits.ts";
import { countByFolder, FILE_ORDERS, listProjectFiles } from "./project-files.store.ts";
import { Folder, ProjectFile, presentFolder, presentProjectFile } from "./project-files.view.ts";

const InProject = z.strictObject({ projectId: uuid() });

export const projectFileRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/folders",
    id: "listFolders",
    tag: "Files",
    summary: "The folders of the project by name, with how many files lie in each; a guest sees none",
    params: InProject,
    response: z.object({
      items: z.array(Folder.extend({ files: z.int() })),
      nextCursor: z.null(),
      limits: z.object({ bytes: z.int(), nameLength: z.int() }),
    }),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => {
      const limits = { bytes: FILE_BYTES, nameLength: NAME_LENGTH };
      if (scope.actor.role === "guest") return { items: [], nextCursor: null, limits };
      const counts = await countByFolder(scope, project.id);
      const items = (await listFolders(scope, project.id)).map((folder) => ({
        ...presentFolder(folder),
        files: counts.get(folder.id) ?? 0,
      }));
      return { items, nextCursor: null, limits };
    },
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/files",
    id: "listProjectFiles",
    tag: "Files",
    summary:
      "Files of the project wherever they hang: of one folder, or by words in the names of all versions",
    params: InProject,
    query: z.strictObject({
      /** A folder's id, or `top`; without it the files of all folders. */
      folder: z.union([z.literal("top"), uuid()]).optional(),
      q: line(200).optional(),
      order: z.enum(FILE_ORDERS).default("newest"),
      limit: page.limit,
      cursor: uuid().optional(),
    }),
    response: z.object({ items: z.array(ProjectFile), nextCursor: z.string().nullable() }),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) => {
      const { folder, q, order, limit, cursor } = query;
      const rows = await listProjectFiles(scope, project.id, {
        ...(folder === undefined ? {} : { folderId: folder === "top" ? null : folder }),
        words: q,
        order,
        after: cursor,
        limit: limit + 1,
      });
      const items = rows.slice(0, limit);
      return {
        items: items.map(presentProjectFile),
        nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      };
    },
  }),
];
