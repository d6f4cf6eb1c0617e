import { z } from "zod";
import { audience } from "../kit/fields.ts";
import type { MessageRow } from "./messages.store.ts";

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
  })
  .meta({ id: "Message" });

export function presentMessage(row: MessageRow): z.infer<typeof Message> {
  return Message.parse({ ...row, createdAt: row.createdAt.toISOString() });
}
