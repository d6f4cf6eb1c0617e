import type { Board } from "../../lib/board-query.ts";
import { counted } from "../../lib/counted.ts";
import { dayText } from "../../lib/dates.ts";
import { byDate, isOpen } from "../../lib/milestone-words.ts";
import type { Milestone, Plan } from "../../lib/plan-query.ts";
import { verdictOf } from "../finding-words.ts";
import { STEPS, type StepNumber } from "./step-search.ts";

export const STEP_TITLES: Record<StepNumber, string> = {
  1: "Objective",
  2: "Break it down",
  3: "Milestones",
  4: "Dates from availability",
  5: "Plan check",
  6: "Keep the plan",
};

/** The question that a step answers. */
export const STEP_QUESTIONS: Record<StepNumber, string> = {
  1: "What will be different when it is done?",
  2: "Which outcomes lead there, and what has to be done for each?",
  3: "How will everybody know that it is reached, and who says so?",
  4: "Which dates can the people keep?",
  5: "What does the plan still lack?",
  6: "From here on the plan is what you measure against.",
};

export interface StepState {
  /** What stands there already, in one line. */
  summary: string;
  done: boolean;
}

/** The milestones that are planned here: phases are what holds them, and closed ones do not move. */
export function plannedMilestones({ milestones }: Plan): Milestone[] {
  return milestones.filter((each) => isOpen(each) && !each.phase).toSorted(inOutline);
}

/** As they were written, as long as no dates tell otherwise. */
function inOutline(one: Milestone, other: Milestone): number {
  return one.targetOn === null || other.targetOn === null ? one.number - other.number : byDate(one, other);
}

export function stepStates(plan: Plan, board: Board | undefined): Record<StepNumber, StepState> {
  const milestones = plannedMilestones(plan);
  return {
    1: objectiveState(plan),
    2: outlineState(milestones, board),
    3: criteriaState(milestones),
    4: datesState(milestones, plan.today),
    5: checkState(plan),
    6: keptState(plan),
  };
}

/** Where somebody who comes back goes on: the first step that is not done. */
export function nextStep(states: Record<StepNumber, StepState>): StepNumber {
  return STEPS.find((step) => !states[step].done) ?? 6;
}

function objectiveState({ objectives }: Plan): StepState {
  const [first, ...others] = objectives;
  if (!first) return { summary: "", done: false };
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return { summary: `“${first.statement}”${more}`, done: true };
}

function outlineState(milestones: readonly Milestone[], board: Board | undefined): StepState {
  const count = milestones.length;
  if (count === 0) return { summary: "", done: false };
  const ids = new Set(milestones.map(({ id }) => id));
  const work = board?.cards.filter(({ milestoneId }) => milestoneId !== null && ids.has(milestoneId)).length;
  const activities = work === undefined ? "" : `, ${counted(work, "activity", "activities")}`;
  return { summary: `${counted(count, "milestone")}${activities}`, done: true };
}

/** Whether it says how it is known, who answers for it, who decides and what it is for. */
function isSaid({ criteria, ownerId, clientApproval, roles, objectiveIds, parentId }: Milestone): boolean {
  const decided = !clientApproval || roles.some(({ role }) => role === "approver");
  const serves = objectiveIds.length > 0 || parentId !== null;
  return criteria.length > 0 && ownerId !== null && decided && serves;
}

function criteriaState(milestones: readonly Milestone[]): StepState {
  const said = milestones.filter(isSaid).length;
  if (milestones.length === 0) return { summary: "", done: false };
  return { summary: `${said} of ${milestones.length} complete`, done: said === milestones.length };
}

function datesState(milestones: readonly Milestone[], today: string): StepState {
  if (milestones.length === 0) return { summary: "", done: false };
  const undated = milestones.filter(({ targetOn }) => targetOn === null).length;
  const last = milestones
    .flatMap(({ targetOn }) => targetOn ?? [])
    .toSorted()
    .at(-1);
  const missing = undated === 0 ? "" : `${undated} without a date`;
  const ends = last ? `ends ${dayText(last, today)}` : "";
  return { summary: [ends, missing].filter(Boolean).join(", "), done: undated === 0 };
}

function checkState(plan: Plan): StepState {
  if (plan.milestones.length === 0) return { summary: "", done: false };
  return { summary: verdictOf(plan), done: plan.findings.every(({ level }) => level !== "error") };
}

function keptState({ baselines }: Plan): StepState {
  const [newest] = baselines;
  if (!newest) return { summary: "", done: false };
  return { summary: `Kept as version ${newest.n}`, done: true };
}
