import type { Fix } from "@milepost/planning";
import { dayText } from "../lib/dates.ts";
import type { Finding, Plan } from "../lib/plan-query.ts";

type FixKind = Fix["kind"];
export type OneClick = Exclude<Fix, { kind: "ask" }>;
export type Ask = Extract<Fix, { kind: "ask" }>;

const KINDS: readonly FixKind[] = [
  "set_dates",
  "link_objective",
  "add_criterion",
  "add_approver",
  "set_contact_role",
  "remove_link",
  "set_review_cadence",
  "set_risk_owner",
  "ask",
];

/** The offered fix as planning made it; a kind that this page does not know is not offered. */
export function fixOf({ fix }: Finding): Fix | null {
  if (!fix || !KINDS.some((kind) => kind === fix.kind)) return null;
  // The server passes planning's own fix on unchanged.
  return fix as unknown as Fix;
}

type Names = ReadonlyMap<string, string>;

/** What the button of a fix says: exactly what it will do. */
export function fixLabel(plan: Plan, fix: OneClick, names: Names): string {
  switch (fix.kind) {
    case "set_dates":
      return datesLabel(plan, fix.changes);
    case "link_objective":
      return `Link to “${plan.objectives.find(({ id }) => id === fix.objectiveId)?.statement ?? ""}”`;
    case "add_criterion":
      return `Add “${short(fix.text)}” as done-when`;
    case "add_approver":
      return `Let ${names.get(fix.personId) ?? "the client's approver"} decide`;
    case "set_contact_role":
      return `Make ${names.get(fix.contactId) ?? "them"} an observer`;
    case "remove_link":
      return "Remove the dependency";
    case "set_review_cadence":
      return `Review every ${fix.everyDays} days`;
    case "set_risk_owner":
      return `Make ${names.get(fix.personId) ?? "the lead"} its owner`;
  }
}

function datesLabel(plan: Plan, changes: Extract<Fix, { kind: "set_dates" }>["changes"]): string {
  const [first, ...others] = changes;
  if (!first) return "Change the dates";
  const milestone = plan.milestones.find(({ id }) => id === first.milestoneId);
  const day = first.targetOn ?? first.startOn;
  const what = milestone?.targetOn ? `Move M${milestone.number} to` : `Set M${milestone?.number ?? ""} to`;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `${what} ${day ? dayText(day, plan.today) : "another day"}${more}`;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** How an asked question is answered in place. */
export type AnswerForm =
  | { by: "text"; save: TextTarget; initial: string }
  | { by: "date"; milestoneId: string; end: "startOn" | "targetOn" }
  | { by: "choice"; save: ChoiceTarget; choices: { value: string; label: string }[] }
  | { by: "measure"; objectiveId: string }
  | { by: "phase"; choices: { value: string; label: string }[] };

export type TextTarget =
  | { kind: "milestone_words"; milestoneId: string; field: "title" | "outcome" }
  | { kind: "statement"; objectiveId: string }
  | { kind: "response"; riskId: string }
  | { kind: "card"; milestoneId: string }
  | { kind: "new_objective"; milestoneId: string }
  | { kind: "new_milestone"; targetOn: string | null; objectiveIds: readonly string[] };

export type ChoiceTarget =
  | { kind: "owner"; milestoneId: string }
  | { kind: "risk_owner"; riskId: string }
  | { kind: "approver"; milestoneId: string }
  | { kind: "objective"; milestoneId: string }
  | { kind: "serving"; objectiveId: string }
  | { kind: "merge"; milestoneId: string; cardId: string };
