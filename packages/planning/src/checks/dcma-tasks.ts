import { isOpenCard } from "../care.ts";
import { isOpenMilestone, type PlanCard, type PlanMilestone } from "../plan.ts";
import type { PlanSchedule } from "../schedule/plan-schedule.ts";
import type { Baseline } from "../tracking/baseline.ts";
import type { CheckContext } from "./check-context.ts";
import type { Subject } from "./finding.ts";

/** Limits of the assessment that a workspace may set. */
export interface DcmaSettings {
  /** DCMA-6: a task with more total float, in working days, is not tied to anything. */
  readonly longFloatDays: number;
  /** DCMA-8: a task of more working days is too long to follow; the guide says 44, a small team wants 10. */
  readonly longTaskDays: number;
}

export const DEFAULT_DCMA_SETTINGS: DcmaSettings = { longFloatDays: 44, longTaskDays: 10 };

/** Below so many tasks 5 % are less than one: then one is let pass. */
export const SMALL_PLAN = 20;

/** What the fourteen points are asked of: work that is not done, phases left out, as their guide wants it. */
export interface DcmaTasks {
  readonly context: CheckContext;
  readonly settings: DcmaSettings;
  readonly baseline: Pick<Baseline, "milestones"> | null;
  readonly schedule: PlanSchedule;
  readonly milestones: readonly PlanMilestone[];
  readonly cards: readonly PlanCard[];
  /** Milestones and cards together. */
  readonly count: number;
}

export function dcmaTasks(
  context: CheckContext,
  settings: DcmaSettings,
  baseline: Pick<Baseline, "milestones"> | null,
): DcmaTasks {
  const milestones = context.open.filter(({ id }) => context.minorsOf(id).length === 0);
  const cards = context.plan.cards.filter(isOpenCard);
  const schedule = context.schedule();
  return {
    context,
    settings,
    baseline,
    schedule,
    milestones,
    cards,
    count: milestones.length + cards.length,
  };
}

export const asMilestone = ({ id }: { readonly id: string }): Subject => ({ kind: "milestone", id });
export const asCard = ({ id }: { readonly id: string }): Subject => ({ kind: "card", id });

/** What was to be done by today: by the baseline where there is one, else by the dates of now; and whether it was, in time. */
export interface DueTask {
  readonly subject: Subject;
  readonly done: boolean;
  readonly missed: boolean;
}

export function dueTasks({ context, baseline }: DcmaTasks): DueTask[] {
  const { plan, today } = context;
  const promised = new Map(baseline?.milestones.map(({ id, targetOn }) => [id, targetOn]));
  const milestones = plan.milestones.flatMap((milestone): DueTask[] => {
    const due = promised.get(milestone.id) ?? milestone.targetOn;
    if (milestone.state === "dropped" || due === null || due >= today) return [];
    const done = !isOpenMilestone(milestone);
    return [{ subject: asMilestone(milestone), done, missed: !done || (milestone.reachedOn ?? due) > due }];
  });
  const cards = plan.cards.flatMap((card): DueTask[] => {
    if (card.dueOn === null || card.dueOn >= today || card.place === "later") return [];
    const done = card.place === "done";
    return [{ subject: asCard(card), done, missed: !done || (card.doneOn ?? card.dueOn) > card.dueOn }];
  });
  return [...milestones, ...cards];
}
