import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import { moneyText } from "../lib/money.ts";
import type { Measured, WorkDone } from "./work-done.api.ts";

type Amounts = Pick<WorkDone, "by" | "currency">;

/** "12 h" or "€ 3,000". */
export function amountText(amount: number, { by, currency }: Amounts): string {
  if (by === "price") return moneyText(amount, currency) ?? "";
  const hours = amount / 60;
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: hours < 10 ? 1 : 0 }).format(hours)} h`;
}

/** How much is done, where the plan had it, and where this leads: each a sentence, the strongest first. */
export function workDoneSentences(work: WorkDone): string[] {
  const { measured } = work;
  if (!measured) return [];
  return [howMuch(work, measured), whereItStands(work, measured), ...theEnd(work, measured)].filter(Boolean);
}

function howMuch(work: WorkDone, { now }: Measured): string {
  const amount = (value: number) => amountText(value, work);
  const percent = Math.floor((100 * now.earned) / now.budget);
  const verb = work.by === "price" ? "reached" : "done";
  const so = `${amount(now.earned)} of ${amount(now.budget)} ${verb} (${percent} %)`;
  if (now.earned >= now.budget) return `All of it is ${verb}: ${amount(now.budget)}.`;
  return `${so}; ${versionName(work)} had planned ${amount(now.planned)} by today.`;
}

function whereItStands({ today, by }: WorkDone, { now, startOn, earnedAsOfOn }: Measured): string {
  if (now.earned >= now.budget) return "";
  if (today < startOn) return `The plan begins on ${dayText(startOn, today)}.`;
  const days = wholeDays(now.schedule.variance);
  if (days === 0) return "That is where the plan wanted it to be today.";
  if (earnedAsOfOn === null)
    return `Nothing is ${by === "price" ? "reached" : "done"} yet, ${workingDays(now.schedule.actualTime)} into the plan.`;
  const place = `That is where the plan had it on ${dayText(earnedAsOfOn, today)}`;
  return `${place}: ${workingDays(Math.abs(days))} ${days > 0 ? "ahead" : "behind"}.`;
}

function theEnd({ today }: WorkDone, { now, plannedEndOn, expectedEndOn }: Measured): string[] {
  // What has not begun cannot be late yet, which is no news.
  const { longestPath } = now;
  const path = longestPath && longestPath.actualTime > 0 ? wholeDays(longestPath.variance) : null;
  const differs = path !== null && path !== wholeDays(now.schedule.variance);
  return [
    differs ? `The milestones that decide the end are ${paceWords(path)}.` : "",
    expectedEndOn === null ? "" : endWords(expectedEndOn, plannedEndOn, today),
  ];
}

/** A pace that leads years away says only that it is far too slow. */
function endWords(expected: string, planned: string, today: string): string {
  if (expected > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`)
    return "At this pace the end is out of sight.";
  const than = expected === planned ? "as planned" : `planned was ${dayText(planned, today)}`;
  return `At this pace all is done about ${dayText(expected, today)}; ${than}.`;
}

/** What finished work took beside what was estimated; nothing where too few cards show it. */
export function timeTakenSentence({ by, measured, finishedCards, timedCards }: WorkDone): string {
  const { costIndex = null } = measured?.now ?? {};
  if (by === "price" || costIndex === null || costIndex === 0 || timedCards === 0) return "";
  const times = 1 / costIndex;
  const took =
    Math.abs(times - 1) < 0.05 ? "as long as estimated" : `${times.toFixed(1)} times what was estimated`;
  const shown = `known of ${timedCards} of ${counted(finishedCards, "finished card")}`;
  return `By the time that cards stood in doing, work so far took ${took} (${shown}).`;
}

/** What the figures rest on. */
export function basisSentence(work: WorkDone): string {
  const { by, measured } = work;
  const basis =
    by === "price"
      ? `A price counts when its milestone is reached. Prices and dates are those of ${versionName(work)}.`
      : `Hours are the likely estimates of cards as they are now, dates are those of ${versionName(work)}.`;
  const left = measured?.leftOut ?? 0;
  if (left === 0) return basis;
  return `${basis} ${leftOutWords(left, by)}`;
}

function leftOutWords(left: number, by: WorkDone["by"]): string {
  if (left === 1)
    return `1 milestone is left out, because it came later, had no date or ${by === "price" ? "has no price" : "holds no cards"}.`;
  return `${left} milestones are left out, because they came later, had no date or ${by === "price" ? "have no price" : "hold no cards"}.`;
}

function versionName({ baseline }: Pick<WorkDone, "baseline">): string {
  return `version ${baseline?.n ?? ""}`.trim();
}

/** "3 working days behind", "on time". */
function paceWords(days: number): string {
  if (days === 0) return "on time";
  return `${workingDays(Math.abs(days))} ${days > 0 ? "ahead" : "behind"}`;
}

function workingDays(days: number): string {
  return counted(Math.round(days), "working day");
}

/** Rounded alike ahead and behind; never a minus nought. */
export function wholeDays(days: number): number {
  return Math.sign(days) * Math.round(Math.abs(days)) || 0;
}
