import { z } from "zod";
import { route } from "../access/route.ts";
import { page, pageOf, uuid } from "../kit/fields.ts";
import { type Envelope, plainText } from "./envelope.ts";
import { letterOf } from "./letters.ts";
import { listMails, type MailRow } from "./mails.store.ts";
import { mailOf } from "./mails.ts";
import { MailView } from "./mails.view.ts";

export const mailRoutes = [
  route({
    method: "GET",
    path: "/mails",
    id: "listMails",
    tag: "People",
    summary: "Mails sent, waiting and failed, without their links",
    query: z.strictObject({ ...page, cursor: uuid().optional() }),
    response: pageOf(MailView),
    policy: { action: "workspace.edit" },
    handle: async ({ tx, actor }, { query }) => {
      const rows = await listMails(tx, actor.workspaceId, { limit: query.limit + 1, before: query.cursor });
      const shown = rows.slice(0, query.limit);
      return {
        items: shown.map(present),
        nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
      };
    },
  }),
];

function present(row: MailRow): z.infer<typeof MailView> {
  return MailView.parse({
    ...row,
    to: row.toEmail,
    text: plainText(letterOf(mailOf(row), row.language), withoutLink(row)),
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  });
}

function withoutLink({ language }: MailRow): Envelope {
  return { language, house: null, own: null, leave: null, answerable: false };
}
