import type { PaymentsView, PaymentView } from "./payments.view.ts";

/** What is planned, ready for an invoice, invoiced and paid, each currency by itself. */
export function totalsOf(items: readonly PaymentView[]): PaymentsView["totals"] {
  const byCurrency = Map.groupBy(items, ({ currency }) => currency);
  return [...byCurrency]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, own]) => {
      const sum = (...states: PaymentView["state"][]) =>
        own.reduce((total, { state, minor }) => total + (states.includes(state) ? minor : 0), 0);
      return {
        currency,
        planned: sum("planned"),
        ready: sum("reached", "due"),
        invoiced: sum("invoiced"),
        paid: sum("paid"),
      };
    });
}

/** What is not paid yet, in the month in which it likely comes in; what is overdue comes in this month at the earliest. */
export function cashOf(items: readonly PaymentView[], today: string): PaymentsView["cash"] {
  const open = items.filter(({ state }) => state !== "paid");
  const months = Map.groupBy(open, (item) => `${monthOf(item, today) ?? "9999"} ${item.currency}`);
  return [...months]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, own]) => ({
      month: own[0] ? monthOf(own[0], today) : null,
      currency: own[0]?.currency ?? "",
      minor: own.reduce((total, { minor }) => total + minor, 0),
    }));
}

function monthOf({ expectedOn, dueOn, reachedOn }: PaymentView, today: string): string | null {
  const on = dueOn ?? reachedOn ?? expectedOn;
  if (on === null) return null;
  return (on < today ? today : on).slice(0, 7);
}
