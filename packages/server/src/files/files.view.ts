import { z } from "zod";
import { audience } from "../kit/fields.ts";
import { Subject, subjectOf } from "../talk/subject.ts";
import type { FileRow } from "./files.store.ts";
import { isPreviewable } from "./media-type.ts";

const Version = z.object({
  n: z.int(),
  name: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  /** Images and PDF can be shown at /files/{id}/versions/{n}/preview. */
  preview: z.boolean(),
  sha256: z.string(),
  authorId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const File = z
  .object({
    id: z.string(),
    subject: Subject,
    /** The team's folder; null at the top. */
    folderId: z.string().nullable(),
    audience: audience(),
    name: z.string(),
    authorId: z.string().nullable(),
    authorName: z.string().nullable(),
    createdAt: z.iso.datetime(),
    /** Newest first. */
    versions: z.array(Version),
    revision: z.int(),
  })
  .meta({ id: "File" });

export function presentFile(row: FileRow): z.infer<typeof File> {
  return File.parse({
    ...row,
    subject: subjectOf(row),
    createdAt: row.createdAt.toISOString(),
    versions: row.versions.map((version) => ({
      ...version,
      preview: isPreviewable(version.mediaType),
      createdAt: new Date(version.createdAt).toISOString(),
    })),
  });
}
