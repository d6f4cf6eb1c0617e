import type { Quality, QualityHeading, QualityPoint } from "./quality.api.ts";

/** The practices as somebody would say them. */
const PRACTICES: Record<string, string> = {
  all_activities: "All work is in the plan",
  sequenced: "The work is in an order",
  resourced: "Everything has somebody to do it",
  durations: "Durations are realistic",
  traceable: "Work and objectives lead to each other",
  critical_path: "The longest path is sound",
  float: "There is reasonable slack",
  risk: "Uncertainty is looked at",
  updated: "The plan is kept up to date",
  baseline: "There is a plan to measure against",
};

const POINTS: Record<string, string> = {
  "DCMA-1": "Not tied to the rest",
  "DCMA-2": "Links with a lead",
  "DCMA-3": "Links with a lag",
  "DCMA-4": "Links other than “after the end of”",
  "DCMA-5": "Dates that cannot move",
  "DCMA-6": "Very much slack",
  "DCMA-7": "Later than promised",
  "DCMA-8": "Long cards",
  "DCMA-9": "Dates that cannot be",
  "DCMA-10": "Nobody or no estimate",
  "DCMA-11": "Missed dates",
  "DCMA-12": "The end does not follow the longest path",
  "DCMA-13": "Room on the longest path",
  "DCMA-14": "Done of what was due",
};

export function practiceName({ practice }: QualityHeading): string {
  return PRACTICES[practice] ?? practice;
}

export function pointName({ id }: QualityPoint): string {
  return POINTS[id] ?? id;
}

/** "8 of 10 practices are kept." */
export function verdictOf({ headings }: Quality): string {
  const kept = headings.filter((heading) => heading.kept).length;
  if (kept === headings.length) return `All ${headings.length} practices are kept.`;
  return `${kept} of ${headings.length} practices are kept.`;
}

/** What was found: "2 of 31", "0.83", "not yet". */
export function valueText({ value, of }: QualityPoint): string {
  if (value === null) return "Not yet";
  return of === null ? decimal(value) : `${value} of ${of}`;
}

/** What is let pass: "none", "0 or 1", "at most 3 = 5 %", "at least 0.95". */
export function limitText({ limit: { kind, amount, percent }, of }: QualityPoint, small: boolean): string {
  if (kind === "least") return `at least ${decimal(amount)}`;
  if (amount === 0) return "none";
  if (amount === 1 && (small || (of ?? 0) < 20)) return "0 or 1";
  return `at most ${amount} = ${percent ?? 0} %`;
}

export function passedText({ passed }: QualityPoint): string {
  if (passed === null) return "Cannot be said yet";
  return passed ? "Fine" : "Look at it";
}

/** "2 findings of the plan check belong here." */
export function findingsText({ findings }: QualityHeading): string {
  if (findings === 0) return "";
  return findings === 1
    ? "1 finding of the plan check belongs here."
    : `${findings} findings of the plan check belong here.`;
}

function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}
