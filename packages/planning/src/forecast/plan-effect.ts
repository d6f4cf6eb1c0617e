import { type CivilDate, isOpenMilestone, type Plan, type PlanCard } from "../plan.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { oddsOf, simulatePlan } from "./plan-simulation.ts";

/** Something that can be done with a card where somebody has too much to do. */
export type CardChange =
  | { readonly kind: "move"; readonly cardId: string; readonly startOn: CivilDate }
  | { readonly kind: "reassign"; readonly cardId: string; readonly fromId: string; readonly toId: string }
  /** Put off: into the Later list. */
  | { readonly kind: "cut"; readonly cardId: string }
  /** One card more than there is. */
  | { readonly kind: "add"; readonly card: PlanCard };

export interface DateBeforeAfter {
  readonly before: CivilDate;
  readonly after: CivilDate;
}

export interface MilestoneEffect {
  readonly id: string;
  readonly p50On: DateBeforeAfter;
  readonly p80On: DateBeforeAfter;
  /** Chance of the target; `null` without one. */
  readonly chance: { readonly before: number; readonly after: number } | null;
}

export type ChangeEffect =
  | {
      readonly ok: true;
      /** The plan with the changes, to be looked at further. */
      readonly plan: Plan;
      /** Open milestones whose likely or safe date or chance changes, in the plan's order. */
      readonly milestones: readonly MilestoneEffect[];
    }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };

/**
 * What would these changes do to the dates? Both plans are forecast with the same draws, so that nothing but the changes makes a difference.
 * @example effectOf(input, [{ kind: "cut", cardId: "c7" }]) // { ok: true, milestones: [{ id: "m1", p80On: { before: "2026-06-19", after: "2026-06-12" }, ... }] }
 */
export function effectOf(input: ForecastInput, changes: readonly CardChange[]): ChangeEffect {
  const added = changes.flatMap((change) => (change.kind === "add" ? [change.card] : []));
  const cards = [...input.plan.cards.map((card) => changes.reduce(changed, card)), ...added];
  const plan = { ...input.plan, cards };
  const before = simulatePlan(input);
  const after = simulatePlan({ ...input, plan });
  if (!before.ok) return before;
  if (!after.ok) return after;
  const milestones = input.plan.milestones
    .filter(isOpenMilestone)
    .flatMap(({ id, targetOn }, i): MilestoneEffect[] => {
      const [was, is] = [before, after].map(({ outcomes }) => outcomes.finishes[i]);
      if (was === undefined || is === undefined || was.every((minutes, s) => minutes === is[s])) return [];
      return [effectOn(id, targetOn, was, is, input.today)];
    });
  return { ok: true, plan, milestones };
}

function effectOn(
  id: string,
  targetOn: CivilDate | null,
  was: Int32Array,
  is: Int32Array,
  today: CivilDate,
): MilestoneEffect {
  const [before, after] = [oddsOf(was, today), oddsOf(is, today)];
  const dates = (p: number) => ({ before: before.dateAt(p), after: after.dateAt(p) });
  const chance =
    targetOn === null ? null : { before: before.chanceBy(targetOn), after: after.chanceBy(targetOn) };
  return { id, p50On: dates(0.5), p80On: dates(0.8), chance };
}

function changed(card: PlanCard, change: CardChange): PlanCard {
  if (change.kind === "add" || card.id !== change.cardId) return card;
  switch (change.kind) {
    case "move":
      return { ...card, startOn: change.startOn };
    case "cut":
      return { ...card, place: "later" };
    case "reassign": {
      const ids = card.assigneeIds.map((id) => (id === change.fromId ? change.toId : id));
      return { ...card, assigneeIds: [...new Set(ids)] };
    }
  }
}
