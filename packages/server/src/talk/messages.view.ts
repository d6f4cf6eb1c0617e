import { z } from "zod";
import type { Kit } from "../kit/context.ts";
import { audience } from "../kit/fields.ts";
import { isNobody } from "../mail/mails.ts";
import type { ClientReader, TeamReader } from "./message-readers.store.ts";
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

const Reader = z.object({ id: z.string(), name: z.string() });

export const MessageReaders = z
  .object({
    team: z.array(Reader),
    /** Who of them gets a mail of a message; the others find it on their page. */
    client: z.array(Reader.extend({ mailed: z.boolean() })),
  })
  .meta({ id: "MessageReaders" });

export function presentReaders(
  { mail }: Pick<Kit, "mail">,
  team: TeamReader[],
  client: ClientReader[],
): z.infer<typeof MessageReaders> {
  return {
    team,
    client: client.map(({ id, name, email, refused }) => ({
      id,
      name,
      mailed: mail.configured && !refused && !isNobody(email),
    })),
  };
}

export function presentMessage(row: MessageRow): z.infer<typeof Message> {
  return Message.parse({
    ...row,
    reactions: presentReactions(row.reactions),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  });
}
