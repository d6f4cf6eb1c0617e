import { addWorkingDays, createCalendar } from "@milepost/planning";
import { minorOf } from "../lib/money.ts";
import { calendarSpec } from "../lib/plan-model.ts";
import type { Plan } from "../lib/plan-query.ts";
import type { ChangeRequest, EffectPreview, Estimate } from "./change-requests.api.ts";

/** The form as it is typed. */
export interface Draft {
  milestoneId: string | null;
  low: string | number;
  likely: string | number;
  high: string | number;
  price: string;
  words: string;
  dueOn: string;
  /** Not given until somebody chose: then it is who is responsible for the milestone. */
  assigneeId: string | null | undefined;
  /** Null until somebody chose: then it is the first who may decide. */
  deciders: string[] | null;
  /** What the estimate does to the dates; null until it was looked at. */
  effect: EffectPreview | null;
  targets: Record<string, string>;
}

const HOUR = 60;
/** A week of work to decide, unless somebody says otherwise. */
const DAYS_TO_DECIDE = 5;

/** What was offered before is where another offer starts from. */
export function draftOf({ quote, ...change }: ChangeRequest, plan: Plan): Draft {
  const open = openOf(plan);
  const milestoneId = quote?.milestoneId ?? change.milestoneId;
  const hours = (minutes: number | null | undefined) => (minutes == null ? "" : minutes / HOUR);
  return {
    milestoneId: open.find(({ id }) => id === milestoneId)?.id ?? open[0]?.id ?? null,
    low: hours(quote?.low),
    likely: hours(quote?.likely),
    high: hours(quote?.high),
    price: quote?.priceMinor == null ? "" : amountOf(quote.priceMinor, plan.project.currency),
    words: quote?.words ?? "",
    dueOn: addWorkingDays(createCalendar(calendarSpec(plan)), plan.today, DAYS_TO_DECIDE),
    assigneeId: quote?.assigneeId ?? undefined,
    deciders: null,
    effect: null,
    targets: {},
  };
}

export function openOf({ milestones }: Plan) {
  return milestones.filter(({ state }) => state !== "accepted" && state !== "dropped");
}

function amountOf(minor: number, currency: string): string {
  const unit = minorOf("1", currency) ?? 1;
  return String(minor / unit);
}

export function estimateOf(
  { low, likely, high, milestoneId }: Draft,
  assigneeId: string | null,
): Estimate | null {
  const minutes = (value: string | number) => (value === "" ? null : Math.round(Number(value) * HOUR));
  const most = minutes(likely);
  if (milestoneId === null || most === null || most < 1) return null;
  return { low: minutes(low), likely: most, high: minutes(high), milestoneId, assigneeId };
}

export function targetsOf({ effect, targets }: Draft): { milestoneId: string; targetOn: string }[] {
  return (effect?.targets ?? []).map(({ milestoneId, after }) => ({
    milestoneId,
    targetOn: targets[milestoneId] || after,
  }));
}
