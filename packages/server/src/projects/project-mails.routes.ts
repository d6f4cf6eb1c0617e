import { z } from "zod";
import { isManager } from "../access/policy.ts";
import type { PolicyObject } from "../access/roles.ts";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { pageOf, uuid } from "../kit/fields.ts";
import { listMails, type MailRow } from "../mail/mails.store.ts";
import { MailFilter, MailView, presentMail, presentMails } from "../mail/mails.view.ts";
import { mail, sendAgain } from "../mail/send-again.ts";
import { visibleProject } from "./project-access.store.ts";

export const projectMailRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/mails",
    id: "listProjectMails",
    tag: "Mail",
    summary: "Mails of a project: sent, waiting, failed and come back, without their links",
    params: z.strictObject({ projectId: uuid() }),
    query: MailFilter,
    response: pageOf(MailView),
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async ({ tx, actor }, { query }, { project }) =>
      presentMails(await listMails(tx, actor.workspaceId, { ...query, projectId: project.id }), query.limit),
  }),
  route({
    method: "POST",
    path: "/mails/{mailId}/send",
    id: "sendMailAgain",
    tag: "Mail",
    summary: "Send a mail once more that failed or came back",
    params: z.strictObject({ mailId: uuid() }),
    response: MailView,
    status: 200,
    policy: { action: "project.edit", load: (scope, { params }) => visibleMail(scope, params.mailId) },
    handle: async (scope, _input, { row }) => presentMail(await sendAgain(scope, row)),
  }),
];

/** Through its project; mails of no project are the business of owners and admins. */
async function visibleMail(scope: Scope, mailId: string): Promise<PolicyObject & { row: MailRow }> {
  const row = await mail(scope, mailId);
  if (row.projectId) return { row, ...(await visibleProject(scope, row.projectId)) };
  if (!isManager(scope.actor, {})) throw notFound();
  return { row };
}
