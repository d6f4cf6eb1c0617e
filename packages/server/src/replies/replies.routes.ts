import { z } from "zod";
import { route } from "../access/route.ts";
import { page, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { type InboundRow, listInbound } from "./replies.store.ts";

const IncomingMail = z
  .object({
    id: z.string(),
    from: z.string(),
    subject: z.string(),
    text: z.string(),
    /** `unknown`: from another address than the mail went to; `refused`: see the reason. Neither was posted. */
    state: z.enum(["comment", "bounce", "refused", "unknown"]),
    reason: z.string(),
    /** The mail that it answers. */
    mailId: z.string().nullable(),
    commentId: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "IncomingMail" });

export const replyRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/incoming-mails",
    id: "listIncomingMails",
    tag: "Mail",
    summary: "Answers to mails of a project, and what became of them, newest first",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({ ...page, cursor: uuid().optional() }),
    response: pageOf(IncomingMail),
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query: { limit, cursor } }, { project }) => {
      const rows = await listInbound(scope, project.id, { limit: limit + 1, before: cursor });
      const shown = rows.slice(0, limit);
      return {
        items: shown.map(present),
        nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      };
    },
  }),
];

function present({ createdAt, fromEmail, ...row }: InboundRow): z.infer<typeof IncomingMail> {
  return IncomingMail.parse({ ...row, from: fromEmail, at: createdAt.toISOString() });
}
