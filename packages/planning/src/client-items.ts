import type { ForecastDriver } from "./forecast/plan-forecast.ts";
import type { ClientItem } from "./health.ts";
import type { CivilDate, PlanClientItem } from "./plan.ts";

/**
 * What of a milestone the client has been asked for, and which of it decides when it can be reached: what is overdue, and what its
 * date hangs on more than on anything else.
 * @example clientItemsOf([{ ...photos, dueOn: "2026-05-08" }], "m1", [], "2026-05-12")
 * // [{ id: "photos", askedOn: "2026-05-01", drives: true }]
 */
export function clientItemsOf(
  items: readonly PlanClientItem[],
  milestoneId: string,
  drivers: readonly ForecastDriver[],
  today: CivilDate,
): ClientItem[] {
  const first = [...drivers].sort((a, b) => b.days - a.days)[0];
  return items
    .filter((item) => item.milestoneId === milestoneId)
    .map(({ id, kind, askedOn, dueOn }) => {
      const overdue = dueOn !== null && dueOn < today;
      const hangsOnIt =
        kind === "request"
          ? first?.kind === "request" && first.id === id
          : first?.kind === "client" && first.id === milestoneId;
      return { id, askedOn, drives: overdue || hangsOnIt };
    });
}
