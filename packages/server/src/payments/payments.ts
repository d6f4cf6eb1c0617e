import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { TAKE_BACK_MS } from "../approvals/take-back.ts";
import { record } from "../events/events.ts";
import { latestForecasts, type StoredForecast } from "../forecasts/forecasts.store.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { listProjects } from "../projects/projects.store.ts";
import { cashOf, totalsOf } from "./payment-sums.ts";
import { findPriced, insertPayment, listPriced, type PricedRow, updatePayment } from "./payments.store.ts";
import type { PaymentState, PaymentsView, PaymentView } from "./payments.view.ts";

export interface Recorded {
  invoicedOn: string | null;
  invoiceNumber: string;
  paidOn: string | null;
  /** The revision that was seen, 0 for the first time. */
  expected: number;
}

/** The payments of the projects whose money this person sees. */
export async function paymentsOf(scope: Scope, projectId?: string): Promise<PaymentsView> {
  const ids = projectId ? [projectId] : (await listProjects(scope, { archived: false })).map(({ id }) => id);
  const seen: ProjectAccess[] = [];
  for (const id of scope.actor.role === "guest" ? [] : ids) {
    const { project } = await visibleProject(scope, id);
    if (can(scope.actor, "money.read", { project })) seen.push(project);
  }
  const projects = new Map(seen.map((project) => [project.id, project]));
  const forecasts = await latestForecasts(scope, [...projects.keys()]);
  const { today } = await workCalendar(scope);
  const rows = await listPriced(scope, [...projects.keys()]);
  const items = rows.flatMap((row) => {
    const project = projects.get(row.projectId);
    return project ? [present(scope, project, row, forecasts.get(row.projectId))] : [];
  });
  return { today, items, totals: totalsOf(items), cash: cashOf(items, today) };
}

/** What was invoiced and paid is recorded by hand, over what was seen. */
export async function recordPayment(
  scope: Scope,
  project: ProjectAccess,
  milestoneId: string,
  { expected, ...wanted }: Recorded,
): Promise<PaymentView> {
  const before = await priced(scope, milestoneId);
  if (stateOf(scope, before) === "planned")
    throw refused("not-reached", "It is due when the milestone is reached.");
  if (stateOf(scope, before) === "reached")
    throw refused(
      "not-final",
      "The acceptance can still be taken back for some minutes. Record it afterwards.",
    );
  const { personId, workspaceId } = scope.actor;
  const by = {
    invoicedBy: wanted.invoicedOn === null ? null : personId,
    paidBy: wanted.paidOn === null ? null : personId,
  };
  const written =
    before.paymentId === null
      ? expected === 0 &&
        (await insertPayment(scope, {
          ...wanted,
          ...by,
          workspaceId,
          id: newId(),
          milestoneId,
          minor: before.priceMinor ?? 0,
          currency: before.currency,
          dueOn: before.reachedOn,
        }))
      : await updatePayment(scope, before.paymentId, expected, { ...wanted, ...by });
  const now = present(scope, project, await priced(scope, milestoneId), undefined);
  if (!written)
    throw conflict("payment-moved", "Somebody else recorded something first. This is how it stands now.", {
      payment: now,
    });
  await record(scope, {
    verb: "payment.recorded",
    subject: { kind: "milestone", id: milestoneId },
    projectId: project.id,
    // A payment marked paid is a fact for both sides; what was invoiced is between the books.
    audience: wanted.paidOn === null ? "team" : "client",
    data: { state: now.state, paidOn: wanted.paidOn },
  });
  return now;
}

async function priced(scope: Scope, milestoneId: string): Promise<PricedRow> {
  const found = await findPriced(scope, milestoneId);
  if (!found) throw notFound("This milestone has no price.");
  return found;
}

function present(
  scope: Scope,
  project: ProjectAccess,
  row: PricedRow,
  forecast: StoredForecast | undefined,
): PaymentView {
  const state = stateOf(scope, row);
  return {
    milestoneId: row.milestoneId,
    ref: `${row.key}-M${row.number}`,
    title: row.title,
    projectId: row.projectId,
    projectKey: row.key,
    projectName: row.projectName,
    clientName: row.clientName,
    minor: row.minor ?? row.priceMinor ?? 0,
    currency: row.paidCurrency ?? row.currency,
    state,
    reachedOn: row.reachedOn,
    expectedOn: state === "planned" ? (likelyOn(forecast, row.milestoneId) ?? row.targetOn) : null,
    dueOn: state === "planned" || state === "reached" ? null : (row.dueOn ?? row.reachedOn),
    invoicedOn: row.invoicedOn,
    invoiceNumber: row.invoiceNumber ?? "",
    paidOn: row.paidOn,
    mayRecord: can(scope.actor, "money.edit", { project }),
    revision: row.revision ?? 0,
  };
}

function stateOf({ now }: Scope, row: PricedRow): typeof PaymentState._output {
  if (row.paidOn !== null) return "paid";
  if (row.invoicedOn !== null) return "invoiced";
  if (row.state !== "accepted") return "planned";
  const final = row.acceptedAt === null || row.acceptedAt.getTime() + TAKE_BACK_MS <= now.getTime();
  return final ? "due" : "reached";
}

function likelyOn(forecast: StoredForecast | undefined, milestoneId: string): string | null {
  if (!forecast?.result.ok) return null;
  const found = forecast.result.milestones.find(({ id }) => id === milestoneId);
  return found?.state === "forecast" ? found.p50On : null;
}
