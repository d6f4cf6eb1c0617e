import { type Calendar, slip } from "@milepost/planning";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { shortDay, todayIn } from "./dates.ts";
import { dayOf } from "./milestone-words.ts";
import type { Milestone, Plan } from "./plan-query.ts";
import { planVersionQuery } from "./plan-versions.ts";

interface KeptDates {
  startOn: string | null;
  targetOn: string | null;
}

/** The version that a plan is measured against, and its dates by milestone. */
export interface ChosenBaseline {
  n: number;
  dates: ReadonlyMap<string, KeptDates>;
}

/** The baseline with this number, or the one that the plan is measured against by itself; null while there is none. */
export function useBaseline(plan: Plan, n: number | undefined): ChosenBaseline | null {
  const chosen = plan.baselines.find((each) => each.n === n) ?? plan.baseline;
  const other = chosen !== null && chosen.n !== plan.baseline?.n;
  const version = useQuery({ ...planVersionQuery(plan.project.id, chosen?.id ?? ""), enabled: other }).data;
  return useMemo(() => {
    if (!chosen) return null;
    const kept: readonly (KeptDates & { id: string })[] = other
      ? (version?.plan.milestones ?? [])
      : plan.milestones.flatMap(({ id, baseline }) => (baseline ? [{ ...baseline, id }] : []));
    return { n: chosen.n, dates: new Map(kept.map((each) => [each.id, each])) };
  }, [plan, chosen, other, version]);
}

/** By how many working days it is later than it was, or was reached later; null where one of the two has no date. */
export function slipDays(
  calendar: Calendar,
  kept: KeptDates | undefined,
  milestone: Pick<Milestone, "reachedOn" | "targetOn">,
): number | null {
  const day = dayOf(milestone);
  return kept?.targetOn && day ? slip(calendar, kept.targetOn, day).workingDays : null;
}

/** "+3 d"; what is reached was "2 d early" or "3 d late". Nothing where it is as planned. */
export function slipWords(days: number | null, reached: boolean): string {
  if (days === null || days === 0) return "";
  const count = Math.abs(days);
  if (reached) return `${count} d ${days > 0 ? "late" : "early"}`;
  return `${days > 0 ? "+" : "−"}${count} d`;
}

/** "Baseline 2 (12 May)". */
export function baselineName({ n, at }: { n: number; at: string }): string {
  return `Baseline ${n} (${shortDay(todayIn(undefined, new Date(at)))})`;
}
