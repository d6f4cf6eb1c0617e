import type { EarlyWarningView } from "../plan/early-warnings.view.ts";
import { sayIn } from "../words/say.ts";

const say = sayIn("en");

/** Why, and the next step: two sentences for page and mail. */
export function warningWords(warning: EarlyWarningView, today: string): string {
  return `${reason(warning, today)} ${nextStep(warning, today)}`;
}

function reason(warning: EarlyWarningView, today: string): string {
  const { name = "", ref = "", on, days, open = 0, of = 0, times = 0, needed = 0, available = 0 } = warning;
  const day = on ? say.day(on, today) : "";
  switch (warning.code) {
    case "client_overdue":
      return `“${name}” has been due at the client since ${day}.`;
    case "likely_late":
      return `It is likely done on ${day}, ${counted(days, "day")} after its date.`;
    case "predecessor_late":
      return `${ref} ${name}, which it waits for, is ${counted(days, "day")} late.`;
    case "too_much_work":
      return `${name || "The team"} has ${hours(needed)} of work for it and ${hours(available)} until its date.`;
    case "criteria_open":
      return `${open} of ${of} criteria ${open === 1 ? "has" : "have"} no answer yet, with ${counted(days, "working day")} left.`;
    case "no_activity":
      return `Nobody has touched it for ${counted(days, "working day")}.`;
    case "often_adjusted":
      return `It was adjusted ${times} times.`;
    case "review_missed":
      return day ? `The review of ${day} was not held.` : "The last reviews were not held.";
  }
}

function nextStep({ steps: [step] }: EarlyWarningView, today: string): string {
  switch (step?.do) {
    case "remind_client":
      return step.person ? `Next: remind ${step.person.name}.` : "Next: remind them.";
    case "see_ways":
      return "Next: look at the ways to make the date.";
    case "move_target":
      return step.on ? `Next: move it to ${say.day(step.on, today)}.` : "Next: move its date.";
    case "open":
      return `Next: look at ${step.ref}.`;
    case "relieve":
      return `Next: take something off ${step.person?.name ?? "them"}.`;
    case "assign_cards":
      return "Next: say who does its cards.";
    case "start_review":
      return "Next: hold the review.";
    case "answer_criteria":
      return "Next: answer the criteria.";
    case "look_at_cards":
      return "Next: look at its cards.";
    case "see_changes":
      return "Next: see what changed each time.";
    case undefined:
      return "";
  }
}

function counted(n: number | null | undefined, one: string): string {
  return `${n ?? 0} ${n === 1 ? one : `${one}s`}`;
}

function hours(minutes: number): string {
  return `${Math.round(minutes / 6) / 10} h`;
}
