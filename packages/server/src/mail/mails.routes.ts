import { route } from "../access/route.ts";
import { pageOf, uuid } from "../kit/fields.ts";
import { listMails } from "./mails.store.ts";
import { MailFilter, MailView, presentMails } from "./mails.view.ts";

export const mailRoutes = [
  route({
    method: "GET",
    path: "/mails",
    id: "listMails",
    tag: "Mail",
    summary: "Mails sent, waiting and failed, without their links",
    query: MailFilter.extend({ projectId: uuid().optional() }),
    response: pageOf(MailView),
    policy: { action: "workspace.edit" },
    handle: async ({ tx, actor }, { query }) =>
      presentMails(await listMails(tx, actor.workspaceId, query), query.limit),
  }),
];
