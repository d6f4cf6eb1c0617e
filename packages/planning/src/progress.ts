import { medianEstimate } from "./estimate.ts";
import { groupBy } from "./grouping.ts";
import type { PlanCard, PlanMilestone } from "./plan.ts";

/** Done of total, as exact integers; `percent` is rounded down, so 100 means all of it. */
export interface Progress {
  /** Weights. */
  readonly done: number;
  readonly total: number;
  /** "n of m": cards, and minor milestones without cards. */
  readonly doneCount: number;
  readonly count: number;
  readonly percent: number;
}

type Card = Pick<PlanCard, "milestoneId" | "place" | "likely">;
type Milestone = Pick<PlanMilestone, "id" | "parentId" | "state" | "weight">;

export interface ProgressInput {
  readonly milestones: readonly Milestone[];
  readonly cards: readonly Card[];
}

/**
 * How far is each milestone? progress = sum(weight x done) / sum(weight) over its cards and minor milestones.
 *
 * A card weighs its likely minutes, without an estimate the median of the project's estimates, without any estimate in the project 1.
 * A minor milestone weighs what it holds; where it has a weight of its own, its share of it is rounded down to a whole number, so that
 * all sums stay exact and nothing looks finished early. An accepted milestone is done whatever is in it; a dropped one counts nowhere.
 * @example progressOf({ milestones: [m1], cards: [{ milestoneId: "m1", place: "done", likely: 60 }] }).get("m1")
 * // { done: 60, total: 60, doneCount: 1, count: 1, percent: 100 }
 */
export function progressOf({ milestones, cards }: ProgressInput): Map<string, Progress> {
  const cardWeight = medianEstimate(cards) ?? 1;
  const cardsOf = groupBy(cards, (card) => card.milestoneId);
  const minorsOf = groupBy(milestones, (milestone) => milestone.parentId);
  const known = new Map<string, Progress>();

  function measure(milestone: Milestone): Progress {
    const found = known.get(milestone.id);
    if (found !== undefined) return found;
    // A phase that contains itself through bad data counts as empty instead of never ending.
    known.set(milestone.id, EMPTY);
    const ofCards = (cardsOf.get(milestone.id) ?? []).map((card) => cardProgress(card, cardWeight));
    const minors = (minorsOf.get(milestone.id) ?? []).filter((minor) => minor.state !== "dropped");
    const parts = [...ofCards, ...minors.map((minor) => asPart(minor, measure(minor), cardWeight))];
    const progress = finished(milestone, parts.reduce(sum, EMPTY));
    known.set(milestone.id, progress);
    return progress;
  }

  for (const milestone of milestones) measure(milestone);
  return known;
}

/**
 * How many of the milestones that serve each objective are reached: "n of m". Dropped milestones do not count.
 * @example objectiveProgress([{ id: "m1", state: "accepted", objectiveIds: ["o1"] }]).get("o1") // { reached: 1, count: 1 }
 */
export function objectiveProgress(
  milestones: readonly Pick<PlanMilestone, "state" | "objectiveIds">[],
): Map<string, { readonly reached: number; readonly count: number }> {
  const result = new Map<string, { reached: number; count: number }>();
  for (const { state, objectiveIds } of milestones) {
    if (state === "dropped") continue;
    for (const id of new Set(objectiveIds)) {
      const { reached, count } = result.get(id) ?? { reached: 0, count: 0 };
      result.set(id, { reached: reached + (state === "accepted" ? 1 : 0), count: count + 1 });
    }
  }
  return result;
}

const EMPTY: Progress = { done: 0, total: 0, doneCount: 0, count: 0, percent: 0 };

function cardProgress(card: Card, unestimated: number): Progress {
  const weight = card.likely ?? unestimated;
  const done = card.place === "done";
  return { done: done ? weight : 0, total: weight, doneCount: done ? 1 : 0, count: 1, percent: 0 };
}

/** A minor milestone as its phase sees it. */
function asPart(minor: Milestone, own: Progress, emptyWeight: number): Progress {
  const reached = minor.state === "accepted";
  const held = own.count > 0 ? own : { ...EMPTY, count: 1, doneCount: reached ? 1 : 0 };
  const total = minor.weight ?? (own.count > 0 ? own.total : emptyWeight);
  if (reached) return { ...held, done: total, total };
  const done = own.total === 0 ? 0 : Math.floor((total * own.done) / own.total);
  return { ...held, done, total };
}

function finished(milestone: Milestone, parts: Progress): Progress {
  if (milestone.state === "accepted")
    return { ...parts, done: parts.total, doneCount: parts.count, percent: 100 };
  const percent = parts.total === 0 ? 0 : Math.floor((100 * parts.done) / parts.total);
  return { ...parts, percent };
}

function sum(a: Progress, b: Progress): Progress {
  return {
    done: a.done + b.done,
    total: a.total + b.total,
    doneCount: a.doneCount + b.doneCount,
    count: a.count + b.count,
    percent: 0,
  };
}
