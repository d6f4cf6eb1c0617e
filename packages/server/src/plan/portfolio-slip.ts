import { addDays, endSlip, type KeptDates, keptDates, slipSince } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { MilestoneState } from "../milestones/milestones.view.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import type { PortfolioMilestoneRow } from "./portfolio.store.ts";
import type { ProjectSlipView } from "./portfolio.view.ts";
import { type BaselineDate, baselineDates, type WeekDate, weeklyDates } from "./portfolio-slip.store.ts";

/** So many weeks are looked back. */
const WEEKS = 8;

type Row = Pick<PortfolioMilestoneRow, "id" | "projectId" | "targetOn" | "reachedOn" | "state">;

export interface SlipRows {
  /** By project: the dates that its plan is measured against. */
  baselines: ReadonlyMap<string, BaselineDate[]>;
  /** By milestone: what was planned at the end of the last weeks. */
  weekly: ReadonlyMap<string, WeekDate[]>;
}

export async function slipRows(
  scope: Scope,
  projectIds: readonly string[],
  today: string,
): Promise<SlipRows> {
  const baselines = Map.groupBy(await baselineDates(scope, projectIds), ({ projectId }) => projectId);
  const weekly = await weeklyDates(scope, [...baselines.keys()], { today, weeks: WEEKS });
  return { baselines, weekly: Map.groupBy(weekly, ({ milestoneId }) => milestoneId) };
}

/** How many milestones were reached on the date that was agreed; null while no version of the plan was kept. */
export function keptOfProject(
  dates: readonly BaselineDate[] | undefined,
  rows: readonly Pick<Row, "id" | "state" | "reachedOn">[],
): KeptDates | null {
  if (dates === undefined) return null;
  const agreed = new Map(dates.map(({ milestoneId, targetOn }) => [milestoneId, targetOn]));
  return keptDates(
    agreed,
    rows.map(({ id, state, reachedOn }) => ({ id, state: MilestoneState.parse(state), reachedOn })),
  );
}

/** By how much a project ends later than its baseline says, now and at the end of the last weeks. */
export function slipOfProject(
  dates: readonly BaselineDate[] | undefined,
  rows: readonly Row[],
  weekly: SlipRows["weekly"],
  { calendar, today }: WorkCalendar,
): ProjectSlipView | null {
  const [first] = dates ?? [];
  if (!dates || !first) return null;
  const { n, takenOn } = first;
  const baseline = {
    milestones: dates.map(({ milestoneId, targetOn }) => ({
      id: milestoneId,
      startOn: null,
      targetOn,
      effort: 0,
      price: null,
    })),
  };
  const kept = new Map(dates.map(({ milestoneId, targetOn }) => [milestoneId, targetOn]));
  const models = rows.flatMap(({ id, targetOn, reachedOn, state }) =>
    kept.has(id) ? [{ id, targetOn, reachedOn, state: MilestoneState.parse(state) }] : [],
  );
  const now = slipSince(baseline, models, calendar);
  const end = endSlip(now, calendar);
  if (!end) return null;
  const open = new Set(models.flatMap(({ id, reachedOn }) => (reachedOn === null ? [id] : [])));
  const weeks = weekEnds(today).filter((on) => on >= takenOn && on < today);
  return {
    n,
    takenOn,
    milestoneId: end.milestoneId,
    days: end.slip.workingDays,
    later: now.filter(({ id, slip }) => open.has(id) && slip !== null && slip.workingDays > 0).length,
    weeks: [
      ...weeks.map((on) => {
        const then = models.map((row) => ({
          ...row,
          ...datesOn(on, row, weekly.get(row.id), kept.get(row.id)),
        }));
        return { on, days: endSlip(slipSince(baseline, then, calendar), calendar)?.slip.workingDays ?? 0 };
      }),
      { on: today, days: end.slip.workingDays },
    ],
  };
}

/** What was planned that day: what the last snapshot until then says, before the first one the baseline. */
function datesOn(
  on: string,
  { reachedOn }: Row | { reachedOn: string | null },
  snapshots: readonly WeekDate[] = [],
  kept: string | null = null,
): { targetOn: string | null; reachedOn: string | null } {
  if (reachedOn !== null && reachedOn <= on) return { targetOn: reachedOn, reachedOn };
  const last = snapshots.findLast(({ onDay }) => onDay <= on);
  return { targetOn: last ? last.targetOn : kept, reachedOn: null };
}

function weekEnds(today: string): string[] {
  return Array.from({ length: WEEKS }, (_, i) => addDays(today, -7 * (WEEKS - 1 - i)));
}
