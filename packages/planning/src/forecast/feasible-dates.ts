import { type Calendar, createCalendar } from "../calendar/calendar.ts";
import { addDays, fromEpochDay, LAST_DAY } from "../calendar/civil-date.ts";
import { addWorkingDays, nextWorkingDay, workingDaysBetween } from "../calendar/working-days.ts";
import { type CivilDate, isOpenMilestone, type Plan } from "../plan.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";
import type { WindowDates } from "../schedule/window-move.ts";
import type { ForecastInput, ForecastMilestone } from "./plan-forecast.ts";
import type { Confidence } from "./plan-promise.ts";
import { forecastPlan } from "./plan-sampling.ts";

/** A date of a milestone that its people can keep. */
export interface FeasibleDate {
  readonly milestoneId: string;
  readonly from: WindowDates;
  readonly to: WindowDates & { readonly targetOn: CivilDate };
  /** The day by which it is done in half of the futures. */
  readonly likelyOn: CivilDate;
  /** Working days between the likely day and the target: the buffer. */
  readonly bufferDays: number;
}

export type FeasibleDates =
  | {
      readonly ok: true;
      readonly confidence: Confidence;
      /** Open milestones with enough estimates, in the plan's order. */
      readonly dates: readonly FeasibleDate[];
      /** Open milestones with too few estimated cards: their dates stay. */
      readonly unknownIds: readonly string[];
      /** Open milestones that nobody has time for, as sure as this: their dates stay. */
      readonly neverIds: readonly string[];
    }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };

const ROUNDS = 12;
const NEVER = fromEpochDay(LAST_DAY);

/**
 * Which dates can all milestones of a plan promise together? Each target is the day by which the milestone is reached in that share of the
 * futures, client answer included. A window that follows others (finish to start) begins on the first working day on which all of them
 * have met their own targets; other beginnings stay, and none is invented. Moving a target changes who works on what first, and a later
 * beginning makes the work end later, so the plan is forecast again with the new dates until nothing moves, at most twelve times.
 * @example feasibleDates(input, 80) // { ok: true, dates: [{ milestoneId: "m1", to: { startOn: null, targetOn: "2026-06-19" }, ... }], ... }
 */
export function feasibleDates(input: ForecastInput, confidence: Confidence): FeasibleDates {
  const calendar = createCalendar(input.plan.calendar);
  let plan = withDates(input.plan, freedStarts(input.plan));
  for (let round = 0; ; round++) {
    const forecast = forecastPlan({ ...input, plan });
    if (!forecast.ok) return forecast;
    const known = new Map(
      forecast.milestones.flatMap((one) => (one.state === "forecast" ? [[one.id, one]] : [])),
    );
    const next = datesOf(input.plan, calendar, (id) => promised(known.get(id), confidence));
    if (round < ROUNDS && !sameDates(plan, next)) {
      plan = withDates(input.plan, next);
      continue;
    }
    return answer(input.plan, calendar, confidence, known, next);
  }
}

type Dates = ReadonlyMap<string, WindowDates>;

/** Work that follows other work begins when that allows it, not when it was planned to. */
function freedStarts(plan: Plan): Dates {
  const followers = new Set(leadsOf(plan).map(({ to }) => to));
  return new Map(
    plan.milestones
      .filter(({ id }) => followers.has(id))
      .map(({ id, targetOn }) => [id, { startOn: null, targetOn }]),
  );
}

function datesOf(
  plan: Plan,
  calendar: Calendar,
  promisedOn: (id: string) => CivilDate | null,
): Map<string, WindowDates> {
  const targets = new Map(
    plan.milestones.map(({ id, targetOn, reachedOn }) => [id, reachedOn ?? promisedOn(id) ?? targetOn]),
  );
  const leads = Map.groupBy(leadsOf(plan), ({ to }) => to);
  return new Map(
    plan.milestones.filter(isOpenMilestone).map((milestone) => {
      const targetOn = targets.get(milestone.id) ?? null;
      const after = (leads.get(milestone.id) ?? []).flatMap(({ from, lagDays }) => {
        const end = targets.get(from) ?? null;
        return end === null
          ? []
          : [addWorkingDays(calendar, nextWorkingDay(calendar, addDays(end, 1)), lagDays)];
      });
      const begins = after.reduce((latest, day) => (day > latest ? day : latest), "");
      const startOn = milestone.startOn === null || begins === "" ? milestone.startOn : begins;
      return [milestone.id, { startOn, targetOn }];
    }),
  );
}

function leadsOf(plan: Plan) {
  const open = new Set(plan.milestones.map(({ id }) => id));
  return plan.links.filter(({ kind, from, to }) => kind === "FS" && open.has(from) && open.has(to));
}

function promised(forecast: ForecastMilestone | undefined, confidence: Confidence): CivilDate | null {
  if (forecast === undefined) return null;
  const on = { 50: forecast.p50On, 80: forecast.p80On, 90: forecast.p90On }[confidence];
  return on === NEVER ? null : on;
}

function answer(
  plan: Plan,
  calendar: Calendar,
  confidence: Confidence,
  known: ReadonlyMap<string, ForecastMilestone>,
  dates: Dates,
): FeasibleDates {
  const open = plan.milestones.filter(isOpenMilestone);
  return {
    ok: true,
    confidence,
    dates: open.flatMap(({ id, startOn, targetOn }): FeasibleDate[] => {
      const forecast = known.get(id);
      const to = dates.get(id);
      if (forecast === undefined || promised(forecast, confidence) === null || !to?.targetOn) return [];
      const likelyOn = forecast.p50On;
      const bufferDays = Math.max(0, workingDaysBetween(calendar, likelyOn, to.targetOn));
      return [
        {
          milestoneId: id,
          from: { startOn, targetOn },
          to: { startOn: to.startOn, targetOn: to.targetOn },
          likelyOn,
          bufferDays,
        },
      ];
    }),
    unknownIds: open.flatMap(({ id }) => (known.has(id) ? [] : [id])),
    neverIds: open.flatMap(({ id }) => {
      const forecast = known.get(id);
      return forecast !== undefined && promised(forecast, confidence) === null ? [id] : [];
    }),
  };
}

function withDates(plan: Plan, dates: Dates): Plan {
  return { ...plan, milestones: plan.milestones.map((one) => ({ ...one, ...dates.get(one.id) })) };
}

function sameDates(plan: Plan, dates: Dates): boolean {
  return plan.milestones.every(({ id, startOn, targetOn }) => {
    const other = dates.get(id);
    return other === undefined || (other.startOn === startOn && other.targetOn === targetOn);
  });
}
