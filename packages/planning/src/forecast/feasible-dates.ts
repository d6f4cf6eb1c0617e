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

const ROUNDS = 20;
const NEVER = fromEpochDay(LAST_DAY);

/**
 * Which dates can all milestones of a plan promise together? Each target is the day by which the milestone is reached in that share of the
 * futures, client answer included. A window that follows others (finish to start) begins on the first working day on which all of them
 * have met their own targets; other beginnings stay, and none is invented. Moving a target changes who works on what first, and a later
 * beginning makes the work end later, so the plan is forecast again with the new dates until nothing moves, at most twenty times. From one
 * time to the next a window keeps its length, however many others it follows: six milestones in a row take six times, thirty take twelve.
 * @example feasibleDates(input, 80) // { ok: true, dates: [{ milestoneId: "m1", to: { startOn: null, targetOn: "2026-06-19" }, ... }], ... }
 */
export function feasibleDates(input: ForecastInput, confidence: Confidence): FeasibleDates {
  const calendar = createCalendar(input.plan.calendar);
  let dates = freedStarts(input.plan);
  for (let round = 0; ; round++) {
    const plan = withDates(input.plan, dates);
    const forecast = forecastPlan({ ...input, plan });
    if (!forecast.ok) return forecast;
    const known = new Map(
      forecast.milestones.flatMap((one) => (one.state === "forecast" ? [[one.id, one]] : [])),
    );
    dates = datesOf(input.plan, plan, calendar, (id) => promised(known.get(id), confidence));
    if (round === ROUNDS || sameDates(plan, dates))
      return answer(input.plan, calendar, confidence, known, dates);
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

/** What the plan that was forecast comes to: targets as promised, and what follows moved behind them with the length that it showed. */
function datesOf(
  asked: Plan,
  forecast: Plan,
  calendar: Calendar,
  promisedOn: (id: string) => CivilDate | null,
): Dates {
  const begun = new Map(forecast.milestones.map(({ id, startOn }) => [id, startOn]));
  const leads = Map.groupBy(leadsOf(asked), ({ to }) => to);
  const byId = new Map(asked.milestones.map((milestone) => [milestone.id, milestone]));
  const found = new Map<string, WindowDates>();
  const afterLeads = (id: string) =>
    (leads.get(id) ?? []).reduce<CivilDate | null>((latest, { from, lagDays }) => {
      const end = byId.get(from)?.reachedOn ?? datesFor(from).targetOn;
      if (end === null) return latest;
      const day = addWorkingDays(calendar, nextWorkingDay(calendar, addDays(end, 1)), lagDays);
      return latest === null || day > latest ? day : latest;
    }, null);
  const datesFor = (id: string): WindowDates => {
    const done = found.get(id);
    if (done !== undefined) return done;
    const { startOn: own = null, targetOn = null } = byId.get(id) ?? {};
    const startOn = own === null ? null : (afterLeads(id) ?? own);
    const target = promisedOn(id);
    const from = begun.get(id) ?? null;
    const dates = { startOn, targetOn: target === null ? targetOn : moved(calendar, target, from, startOn) };
    found.set(id, dates);
    return dates;
  };
  return new Map(asked.milestones.filter(isOpenMilestone).map(({ id }) => [id, datesFor(id)]));
}

/** What was promised of a window that began on one day, when it begins on another. */
function moved(
  calendar: Calendar,
  targetOn: CivilDate,
  from: CivilDate | null,
  to: CivilDate | null,
): CivilDate {
  if (from === null || to === null) return targetOn;
  return addWorkingDays(calendar, targetOn, workingDaysBetween(calendar, from, to));
}

function leadsOf(plan: Plan) {
  const milestones = new Set(plan.milestones.flatMap(({ id, state }) => (state === "dropped" ? [] : [id])));
  return plan.links.filter(
    ({ kind, from, to }) => kind === "FS" && milestones.has(from) && milestones.has(to),
  );
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
