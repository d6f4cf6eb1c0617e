import { isOpen } from "../lib/milestone-words.ts";
import type { Finding, Milestone, Plan } from "../lib/plan-query.ts";
import type { AnswerForm, Ask } from "./fixes.ts";

type Names = ReadonlyMap<string, string>;

/** How the question of a finding is answered where it stands; null where another page has to be opened. */
export function answerForm(plan: Plan, finding: Finding, ask: Ask, names: Names): AnswerForm | null {
  switch (ask.subject.kind) {
    case "milestone": {
      const milestone = plan.milestones.find(({ id }) => id === ask.subject.id);
      return milestone ? aboutMilestone(plan, finding, ask, names, milestone) : null;
    }
    case "objective":
      return aboutObjective(plan, ask);
    case "risk":
      return aboutRisk(plan, ask, names);
    case "project":
      return aboutProject(plan, finding, ask);
    default:
      return null;
  }
}

function aboutMilestone(
  plan: Plan,
  finding: Finding,
  { field, choices = [] }: Ask,
  names: Names,
  milestone: Milestone,
): AnswerForm | null {
  const { id } = milestone;
  switch (field) {
    case "title":
    case "outcome":
      return {
        by: "text",
        save: { kind: "milestone_words", milestoneId: id, field },
        initial: milestone[field],
      };
    case "targetOn":
    case "dueOn":
      return { by: "date", milestoneId: id, end: "targetOn" };
    case "startOn":
      return { by: "date", milestoneId: id, end: "startOn" };
    case "ownerId":
      return choice({ kind: "owner", milestoneId: id }, choices, names);
    case "approverIds":
      return choice({ kind: "approver", milestoneId: id }, choices, names);
    case "objectiveIds":
      return choices.length === 0
        ? { by: "text", save: { kind: "new_objective", milestoneId: id }, initial: "" }
        : choice({ kind: "objective", milestoneId: id }, choices, statements(plan));
    case "cards":
      return { by: "text", save: { kind: "card", milestoneId: id }, initial: "" };
    case "milestone":
    case "split":
      return between(plan, finding);
    case "merge":
      return mergeInto(plan, finding, id);
    default:
      return null;
  }
}

/** Its one card goes to another milestone. */
function mergeInto(plan: Plan, { items }: Finding, milestoneId: string): AnswerForm | null {
  const card = items.find(({ kind }) => kind === "card");
  const others = plan.milestones.filter((each) => isOpen(each) && each.id !== milestoneId);
  if (!card) return null;
  const ids = others.map(({ id }) => id);
  return choice({ kind: "merge", milestoneId, cardId: card.id }, ids, titles(plan));
}

function aboutProject(plan: Plan, finding: Finding, { field }: Ask): AnswerForm | null {
  if (field === "milestone") return between(plan, finding);
  if (field !== "milestones") return null;
  const loose = plan.milestones.filter(
    ({ id, phase }) => !phase && finding.items.some((item) => item.id === id),
  );
  const choices = loose.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` }));
  return choices.length < 2 ? null : { by: "phase", choices };
}

function aboutObjective(plan: Plan, { field, subject, choices = [] }: Ask): AnswerForm | null {
  const objective = plan.objectives.find(({ id }) => id === subject.id);
  if (!objective) return null;
  if (field === "statement")
    return { by: "text", save: { kind: "statement", objectiveId: subject.id }, initial: objective.statement };
  if (field === "measure") return { by: "measure", objectiveId: subject.id };
  if (field !== "milestones") return null;
  if (choices.length === 0)
    return {
      by: "text",
      save: { kind: "new_milestone", targetOn: null, objectiveIds: [subject.id] },
      initial: "",
    };
  return choice({ kind: "serving", objectiveId: subject.id }, choices, titles(plan));
}

function aboutRisk(plan: Plan, { field, subject, choices = [] }: Ask, names: Names): AnswerForm | null {
  const risk = plan.risks.find(({ id }) => id === subject.id);
  if (!risk) return null;
  if (field === "response")
    return { by: "text", save: { kind: "response", riskId: risk.id }, initial: risk.response };
  return field === "ownerId" ? choice({ kind: "risk_owner", riskId: risk.id }, choices, names) : null;
}

function choice(
  save: Extract<AnswerForm, { by: "choice" }>["save"],
  ids: readonly string[],
  names: Names,
): AnswerForm | null {
  if (ids.length === 0) return null;
  return {
    by: "choice",
    save,
    choices: ids.map((value) => ({ value, label: names.get(value) ?? "Somebody" })),
  };
}

function statements(plan: Plan): Names {
  return new Map(plan.objectives.map(({ id, statement }) => [id, statement]));
}

function titles(plan: Plan): Names {
  return new Map(plan.milestones.map(({ id, number, title }) => [id, `M${number} ${title}`]));
}

/** A new milestone half-way between those that the finding names, or half-way through the one; it serves what the later one does. */
function between(plan: Plan, { items }: Finding): AnswerForm {
  const named = plan.milestones
    .filter(({ id }) => items.some((item) => item.id === id))
    .toSorted((one, other) => ((one.targetOn ?? "") < (other.targetOn ?? "") ? -1 : 1));
  const last = named.at(-1);
  const from = named.length > 1 ? named[0]?.targetOn : last?.startOn;
  const targetOn = from && last?.targetOn ? middle(from, last.targetOn) : null;
  return {
    by: "text",
    save: { kind: "new_milestone", targetOn, objectiveIds: last?.objectiveIds ?? [] },
    initial: "",
  };
}

/** The day half-way, put back to Friday where it falls on a weekend. */
function middle(from: string, to: string): string {
  const DAY = 86_400_000;
  const half = Math.floor((Date.parse(from) + Date.parse(to)) / 2 / DAY);
  const weekday = (half + 3) % 7;
  return new Date((weekday > 4 ? half - (weekday - 4) : half) * DAY).toISOString().slice(0, 10);
}
