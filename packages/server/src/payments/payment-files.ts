import type { Scope } from "../access/scope.ts";
import { csvOf } from "../kit/csv.ts";
import { findWorkspace } from "../people/workspaces.store.ts";
import { PdfPages } from "../portal/pdf-document.ts";
import { workspaceHouse } from "../portal/pdf-house.ts";
import { sayIn } from "../words/say.ts";
import type { PaymentsView, PaymentView } from "./payments.view.ts";

const STATES: Record<PaymentView["state"], string> = {
  planned: "Planned",
  reached: "Reached",
  due: "Due",
  invoiced: "Invoiced",
  paid: "Paid",
};

/** One line a payment, amounts in the whole unit with a point, for books and spreadsheets. */
export function paymentsCsv({ items }: PaymentsView): string {
  const head = [
    "client",
    "project",
    "milestone",
    "title",
    "amount",
    "currency",
    "state",
    "reached_on",
    "expected_on",
    "due_on",
    "invoiced_on",
    "invoice_number",
    "paid_on",
  ];
  const rows = items.map((item) => [
    item.clientName ?? "",
    item.projectName,
    item.ref,
    item.title,
    amount(item),
    item.currency,
    item.state,
    item.reachedOn ?? "",
    item.expectedOn ?? "",
    item.dueOn ?? "",
    item.invoicedOn ?? "",
    item.invoiceNumber,
    item.paidOn ?? "",
  ]);
  return csvOf(head, rows);
}

/** The same on paper, the sums of each currency above the lines. */
export async function paymentsPdf(scope: Scope, view: PaymentsView): Promise<Buffer> {
  const say = sayIn("en");
  const day = (on: string | null) => (on === null ? "" : say.day(on, view.today));
  const pages = new PdfPages({
    title: "Payments",
    language: "en",
    house: await workspaceHouse(scope.kit.dataDir, await findWorkspace(scope)),
    foot: `Payments as of ${say.day(view.today)}`,
    pageWord: (page, count) => `Page ${page} of ${count}`,
    createdAt: scope.now,
  });
  pages.heading(1, "Payments");
  for (const { currency, planned, ready, invoiced, paid } of view.totals)
    pages.paragraph(
      `${say.money(ready, currency)} reached, not invoiced. ${say.money(invoiced, currency)} invoiced, ${say.money(paid, currency)} paid, ${say.money(planned, currency)} planned.`,
    );
  pages.table({
    head: ["Project", "Milestone", "Amount", "State", "Day"],
    rows: view.items.map((item) => [
      item.projectName,
      `${item.ref} ${item.title}`,
      say.money(item.minor, item.currency),
      item.invoiceNumber ? `${STATES[item.state]}, ${item.invoiceNumber}` : STATES[item.state],
      day(item.paidOn ?? item.invoicedOn ?? item.dueOn ?? item.reachedOn ?? item.expectedOn),
    ]),
    shares: [3, 5, 2, 3, 2],
  });
  return pages.end();
}

function amount({ minor, currency }: PaymentView): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
