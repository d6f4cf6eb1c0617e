import { daysBetween } from "../calendar/civil-date.ts";
import { windowLength, workingDaysBetween } from "../calendar/working-days.ts";
import { UNTOUCHED_AFTER } from "../care.ts";
import type { EarlyWarning, WarningFacts, WarningMilestone } from "./warning.ts";

/** From so many adjustments on the date was not the problem. */
const OFTEN_ADJUSTED = 3;
/** So often in a row a review may not be skipped. */
const OFTEN_SKIPPED = 2;
/** The last part of a window, in which criteria should be answered: one day in so many. */
const LAST_PART = 5;

export function missedReview({ reviews, today }: WarningFacts): EarlyWarning[] {
  const { missedOn, skipped, heldOn, silentDays } = reviews;
  const isMissed = missedOn !== null && missedOn < today;
  if (!isMissed && silentDays === null && skipped < OFTEN_SKIPPED) return [];
  const on = isMissed ? missedOn : null;
  const days = on === null ? null : daysBetween(on, today);
  return [
    {
      milestoneId: null,
      because: { code: "review_missed", on, days, skipped, silentDays, heldOn },
      steps: [{ do: "start_review" }],
    },
  ];
}

export function openCriteria(
  { id, state, startOn, targetOn, criteria }: WarningMilestone,
  { calendar, today }: WarningFacts,
): EarlyWarning[] {
  if (startOn === null || targetOn === null || criteria.open === 0 || state === "submitted") return [];
  const length = windowLength(calendar, startOn, targetOn);
  const left = windowLength(calendar, today, targetOn);
  if (today < startOn || left * LAST_PART > Math.max(length, LAST_PART)) return [];
  return [
    {
      milestoneId: id,
      because: { code: "criteria_open", ...criteria, days: Math.max(0, left - 1) },
      steps: [{ do: "answer_criteria", milestoneId: id }],
    },
  ];
}

/** What waits for the client, or for the client's yes, may lie still. */
export function noActivity(
  { id, state, startOn, touchedOn }: WarningMilestone,
  { calendar, today, clientItems }: WarningFacts,
): EarlyWarning[] {
  const isBegun = state === "active" || (startOn !== null && startOn <= today);
  const isTheirs = state === "submitted" || clientItems.some(({ milestoneId }) => milestoneId === id);
  const days = workingDaysBetween(calendar, touchedOn, today);
  if (!isBegun || isTheirs || days < UNTOUCHED_AFTER) return [];
  return [
    {
      milestoneId: id,
      because: { code: "no_activity", on: touchedOn, days },
      steps: [{ do: "look_at_cards", milestoneId: id }],
    },
  ];
}

export function oftenAdjusted({ id, adjusted }: WarningMilestone): EarlyWarning[] {
  if (adjusted < OFTEN_ADJUSTED) return [];
  return [
    {
      milestoneId: id,
      because: { code: "often_adjusted", times: adjusted },
      steps: [{ do: "see_changes", milestoneId: id }],
    },
  ];
}
