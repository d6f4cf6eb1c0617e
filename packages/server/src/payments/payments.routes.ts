import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate, line, uuid } from "../kit/fields.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { paymentsCsv, paymentsPdf } from "./payment-files.ts";
import { paymentsOf, recordPayment } from "./payments.ts";
import { Payment, Payments } from "./payments.view.ts";

const tag = "Payments";
const Format = z.strictObject({ format: z.enum(["csv", "pdf"]) });

export const paymentRoutes = [
  route({
    method: "GET",
    path: "/payments",
    id: "listPayments",
    tag,
    summary: "What is planned, ready for an invoice, invoiced and paid, in all projects whose money you see",
    response: Payments,
    policy: { action: "workspace.read" },
    handle: (scope) => paymentsOf(scope),
  }),
  route({
    method: "GET",
    path: "/payments/file",
    id: "exportPayments",
    tag,
    summary: "The same as a file, CSV or PDF",
    query: Format,
    policy: { action: "workspace.read" },
    handle: async (scope, { query }) => asFile(scope, query.format, "payments"),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/payments",
    id: "listProjectPayments",
    tag,
    summary: "The payments of one project",
    params: z.strictObject({ projectId: uuid() }),
    response: Payments,
    policy: { action: "money.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params }) => paymentsOf(scope, params.projectId),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/payments/file",
    id: "exportProjectPayments",
    tag,
    summary: "The payments of one project as a file, CSV or PDF",
    params: z.strictObject({ projectId: uuid() }),
    query: Format,
    policy: { action: "money.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) =>
      asFile(scope, query.format, `payments-${project.key.toLowerCase()}`, project.id),
  }),
  route({
    method: "PUT",
    path: "/milestones/{milestoneId}/payment",
    id: "recordPayment",
    tag,
    summary: "Record by hand what was invoiced and paid for a reached milestone, over what was seen",
    params: z.strictObject({ milestoneId: uuid() }),
    body: z.strictObject({
      invoicedOn: civilDate().nullable(),
      invoiceNumber: line(80),
      paidOn: civilDate().nullable(),
      expected: z.int().min(0).max(1_000_000),
    }),
    response: Payment,
    policy: {
      action: "money.edit",
      load: (scope, { params }) => visibleMilestone(scope, params.milestoneId),
    },
    handle: (scope, { params, body }, { project }) => recordPayment(scope, project, params.milestoneId, body),
  }),
];

async function asFile(
  scope: Scope,
  format: "csv" | "pdf",
  name: string,
  projectId?: string,
): Promise<Answer> {
  const view = await paymentsOf(scope, projectId);
  const type = format === "csv" ? "text/csv; charset=utf-8" : "application/pdf";
  return new Answer(200, format === "csv" ? paymentsCsv(view) : await paymentsPdf(scope, view), {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}.${format}"`,
    "cache-control": "private, no-store",
  });
}
