import { z } from "zod";
import { audience } from "../kit/fields.ts";
import type { CommentRow } from "./comments.store.ts";
import { presentReactions, Reaction } from "./reactions.view.ts";
import { ThreadSubject, threadOf } from "./subject.ts";

export const Comment = z
  .object({
    id: z.string(),
    subject: ThreadSubject,
    audience: audience(),
    authorId: z.string().nullable(),
    /** Of who wrote it here, or the name that an imported comment came with. */
    authorName: z.string().nullable(),
    imported: z.boolean(),
    /** Markdown; empty once deleted. */
    body: z.string(),
    mentions: z.array(z.string()),
    reactions: z.array(Reaction),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    deleted: z.object({ at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
    revision: z.int(),
  })
  .meta({ id: "Comment" });

export function presentComment(row: CommentRow): z.infer<typeof Comment> {
  return Comment.parse({
    ...row,
    subject: threadOf(row),
    reactions: presentReactions(row.reactions),
    authorName: row.importedAuthor ?? row.authorName,
    imported: row.importedAuthor !== null,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deleted: row.deletedAt ? { at: row.deletedAt.toISOString(), by: row.deleterName } : null,
  });
}
