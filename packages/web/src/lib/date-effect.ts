import {
  addWorkingDays,
  type Calendar,
  type CascadePreview,
  type CascadeRefusal,
  cascade,
  createCalendar,
  isWorkingDay,
  type Plan as PlanModel,
  windowLength,
} from "@milepost/planning";
import type { Board } from "./board-query.ts";
import { dayText } from "./dates.ts";
import { type ForecastTrial, forecastSentences } from "./forecast-effect.ts";
import { calendarSpec, planModel } from "./plan-model.ts";
import type { Milestone, Plan } from "./plan-query.ts";

/** The plan made ready to try dates out; made once per plan, asked on every step of a drag. */
export interface DateTrial {
  plan: Plan;
  model: PlanModel;
  calendar: Calendar;
  titles: ReadonlyMap<string, string>;
  /** Null where nobody may try out what it rests on, or before it is there. */
  forecast: ForecastTrial | null;
}

export function dateTrial(plan: Plan, board?: Board, forecast: ForecastTrial | null = null): DateTrial {
  const cards = (board?.cards ?? []).map(({ id, title }): [string, string] => [id, title]);
  const milestones = plan.milestones.map(({ id, title }): [string, string] => [id, title]);
  const fixed = plan.fixedDates.map(({ id, title }): [string, string] => [id, title]);
  return {
    plan,
    model: planModel(plan, board),
    calendar: createCalendar(calendarSpec(plan)),
    titles: new Map([...cards, ...milestones, ...fixed]),
    forecast,
  };
}

export interface TriedDates {
  startOn?: string;
  targetOn?: string;
}

/** What would happen, and how it is said: one sentence for the line under the road. */
export interface DateEffect {
  preview: CascadePreview;
  refusal: string | null;
  sentences: string[];
}

export function tryDates(trial: DateTrial, milestoneId: string, dates: TriedDates): DateEffect {
  const preview = cascade(trial.model, { milestoneId, ...dates });
  const [refusal] = preview.refusals;
  if (refusal) return { preview, refusal: refusalText(refusal, trial), sentences: [] };
  return { preview, refusal: null, sentences: sentencesOf(trial, preview, dates) };
}

function sentencesOf(trial: DateTrial, preview: CascadePreview, dates: TriedDates): string[] {
  const refs = new Map(trial.plan.milestones.map(({ id, number }) => [id, `M${number}`]));
  const moves = preview.moves.map(({ milestoneId, from, to, slipDays }) => {
    const ref = refs.get(milestoneId) ?? "";
    if (from.targetOn === to.targetOn) return `${ref} starts ${to.startOn ? dayText(to.startOn) : "any day"}`;
    return `${ref} → ${to.targetOn ? dayText(to.targetOn) : "no date"}${slipText(slipDays)}`;
  });
  const cards = preview.cards.length;
  return [
    ...moves,
    ...(cards > 0 ? [`${cards} ${cards === 1 ? "card falls" : "cards fall"} outside`] : []),
    ...(trial.forecast ? forecastSentences(trial.forecast, trial.plan, preview.moves) : []),
    ...missed(trial, preview),
    ...freeDays(trial, dates),
  ];
}

/** Each fixed date once, however many milestones come after it. */
function missed({ titles }: DateTrial, { fixedDates }: CascadePreview): string[] {
  const byDate = new Map(fixedDates.map(({ fixedDateId, on }) => [fixedDateId, on]));
  return [...byDate].map(([id, on]) => `after “${titles.get(id) ?? ""}” on ${dayText(on)}`);
}

function freeDays({ calendar }: DateTrial, { startOn, targetOn }: TriedDates): string[] {
  return [startOn, targetOn].flatMap((day) =>
    day && !isWorkingDay(calendar, day) ? [`${dayText(day)} is not a working day`] : [],
  );
}

export function slipText(days: number | null): string {
  if (days === null || days === 0) return "";
  const count = Math.abs(days);
  return ` (${count} working ${count === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"})`;
}

function refusalText(refusal: CascadeRefusal, { titles }: DateTrial): string {
  switch (refusal.code) {
    case "before_predecessor":
      return `Not before ${dayText(refusal.earliestOn)}: it follows “${titles.get(refusal.milestoneId) ?? ""}”.`;
    case "cycle":
      return `Its milestones wait for each other: ${refusal.cycle.itemIds.map((id) => `“${titles.get(id) ?? ""}”`).join(", ")}.`;
    case "start_after_target":
      return "The window would end before it starts.";
    default:
      return "This milestone does not move any more.";
  }
}

/** A working day later or earlier; from a free day to the next one that is worked. */
export function byWorkingDays({ calendar }: Pick<DateTrial, "calendar">, day: string, days: number): string {
  return addWorkingDays(calendar, day, days);
}

/** The window moved as a whole keeps its working days. */
export function movedWindow(
  { calendar }: Pick<DateTrial, "calendar">,
  { startOn, targetOn }: Pick<Milestone, "startOn" | "targetOn">,
  newTarget: string,
): TriedDates {
  if (!startOn || !targetOn) return { targetOn: newTarget };
  const length = windowLength(calendar, startOn, targetOn);
  return { startOn: addWorkingDays(calendar, newTarget, -Math.max(0, length - 1)), targetOn: newTarget };
}
