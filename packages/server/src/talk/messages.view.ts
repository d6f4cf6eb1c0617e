import { z } from "zod";
import { audience } from "../kit/fields.ts";
import type { MessageRow } from "./messages.store.ts";
import { presentReactions, Reaction } from "./reactions.view.ts";

export const Message = z
  .object({
    id: z.string(),
    projectId: z.string(),
    title: z.string(),
    /** Markdown. */
    body: z.string(),
    audience: audience(),
    authorId: z.string().nullable(),
    authorName: z.string().nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    revision: z.int(),
    mentions: z.array(z.string()),
    reactions: z.array(Reaction),
    /** How many comments stand under it. */
    comments: z.int(),
  })
  .meta({ id: "Message" });

export function presentMessage(row: MessageRow): z.infer<typeof Message> {
  return Message.parse({
    ...row,
    reactions: presentReactions(row.reactions),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  });
}
