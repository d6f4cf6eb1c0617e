import { z } from "zod";
import { File, presentFile } from "./files.view.ts";
import type { FolderRow } from "./folders.store.ts";
import type { ProjectFileRow } from "./project-files.store.ts";

export const Folder = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    name: z.string(),
    revision: z.int(),
  })
  .meta({ id: "Folder" });

/** A file with what it hangs on, as people call that. */
export const ProjectFile = File.extend({
  /** The number of a card or milestone. */
  placeNumber: z.int().nullable(),
  placeTitle: z.string(),
}).meta({ id: "ProjectFile" });

export function presentFolder({ id, parentId, name, revision }: FolderRow): z.infer<typeof Folder> {
  return { id, parentId, name, revision };
}

export function presentProjectFile(row: ProjectFileRow): z.infer<typeof ProjectFile> {
  const { placeNumber, placeTitle } = row;
  return { ...presentFile(row), placeNumber, placeTitle };
}
