import type { Shape } from "../lib/api.ts";
import { dayText } from "../lib/dates.ts";
import { STATE_NAMES } from "../lib/milestone-words.ts";
import { moneyText } from "../lib/money.ts";
import type { VersionChange } from "../lib/plan-versions.ts";
import { healthOf } from "./health.ts";

export type ChangedThing = VersionChange | Shape<"ClientChange">;
type Field = ChangedThing["fields"][number];

const KINDS: Record<ChangedThing["kind"], string> = {
  project: "The project",
  objective: "Objective",
  milestone: "Milestone",
  link: "Dependency",
  fixedDate: "Fixed date",
  risk: "Risk",
  card: "Card",
};

const FIELDS: Record<string, string> = {
  title: "Title",
  outcome: "Outcome",
  state: "State",
  startOn: "Start",
  targetOn: "Target",
  reachedOn: "Reached",
  dueOn: "End",
  onDate: "Date",
  ownerId: "Owner",
  approverId: "Decides",
  clientPart: "Part of the client",
  priceMinor: "Price",
  criterion: "Done when",
  objective: "Serves",
  parentId: "Phase",
  clientApproval: "Client approves",
  scopeIn: "In scope",
  scopeOut: "Out of scope",
  measure: "Measure",
  unit: "Unit",
  baseline: "From",
  target: "To",
  kind: "Kind",
  lagDays: "Days between",
  currency: "Currency",
  name: "Name",
  leadId: "Lead",
  why: "Why",
  clientReason: "Why",
  current: "Now",
  parent: "Phase",
  dependsOn: "Follows",
  dropped: "Dropped",
  health: "Health",
  expectedByOn: "Expected by",
  acceptance: "When nobody answers",
  response: "What is done about it",
  category: "Stands at",
  milestone: "Serves",
};

const PEOPLE = ["ownerId", "approverId", "leadId"];
const PLACES: Record<string, string> = { todo: "To do", doing: "In work", done: "Done" };

/** "M3 Content ready", "Dependency M1 → M2, added". */
export function titleWords({ kind, number, title, change }: ChangedThing): string {
  const name = number === null ? [KINDS[kind], title].filter(Boolean).join(" ") : `M${number} ${title}`;
  return change === "changed" ? name : `${name}, ${change}`;
}

interface Known {
  names: ReadonlyMap<string, string>;
  currency: string;
}

/** "Target: Fri 5 Jun → Fri 12 Jun (5 working days later)". */
export function fieldWords({ field, from, to, workingDays }: Field, known: Known): string {
  const name = FIELDS[field] ?? field;
  if (field === "parentId") return `${name} changed`;
  if (from === null && to !== null) return `${name}: ${valueWords(field, to, known)} (new)`;
  if (to === null) return `${name}: ${valueWords(field, from, known)} (gone)`;
  const moved = workingDays ? ` (${daysWords(workingDays)})` : "";
  return `${name}: ${valueWords(field, from, known)} → ${valueWords(field, to, known)}${moved}`;
}

function daysWords(days: number): string {
  const count = Math.abs(days);
  return `${count} working ${count === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}

function valueWords(field: string, value: Field["from"], { names, currency }: Known): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number")
    return field === "priceMinor" ? (moneyText(value, currency) ?? "") : `${value}`;
  if (value === null || value === "") return "nothing";
  if (field.endsWith("On") || field === "onDate") return dayText(value);
  if (field === "health") return healthOf(value).word;
  if (field === "acceptance") return silenceWords(value);
  if (field === "category") return PLACES[value] ?? value;
  if (PEOPLE.includes(field)) return names.get(value) ?? "somebody who has left";
  if (field === "state") return stateName(value);
  return `“${value}”`;
}

const SILENCE: Record<string, string> = {
  escalate: "the team is told",
  accept: "it counts as accepted",
  open: "it stays open",
};

/** "10 accept" as people say it. */
function silenceWords(value: string): string {
  const [days = "", then = ""] = value.split(" ");
  return `after ${days} working ${days === "1" ? "day" : "days"} ${SILENCE[then] ?? ""}`;
}

function stateName(value: string): string {
  return Object.entries(STATE_NAMES).find(([state]) => state === value)?.[1] ?? value;
}
