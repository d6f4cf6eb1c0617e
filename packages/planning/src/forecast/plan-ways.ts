import { type LowerBound, lowerBounds } from "../levelling/lower-bounds.ts";
import type { CivilDate } from "../plan.ts";
import { type CapacityWay, moreCapacity, type ReassignWay, reassignment } from "./plan-additions.ts";
import { type CutWay, smallestCut } from "./plan-cuts.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import type { Confidence } from "./plan-promise.ts";
import { askAbout, type DateRefusal } from "./plan-question.ts";
import { type Odds, oddsOf } from "./plan-simulation.ts";
import type { Wish } from "./plan-wish.ts";

export interface WaysToMakeIt {
  readonly ok: true;
  readonly milestoneId: string;
  readonly wishOn: CivilDate;
  readonly confidence: Confidence;
  /** The chance of the wish as the plan is, 0 to 1. */
  readonly chance: number;
  /** Nothing needs to be done: the chance is as high as asked for. */
  readonly holds: boolean;
  /** Move the date: the first one that is safe enough, and its chance. */
  readonly move: { readonly on: CivilDate; readonly chance: number };
  /** Cut: `null` when even without any of its open cards the wish does not hold, or nothing needs to be done. */
  readonly cut: CutWay | null;
  /** Add hours of one person; `null` when nobody's hours alone are enough. */
  readonly add: CapacityWay | null;
  /** Give cards to somebody else; `null` when that is not enough. */
  readonly reassign: ReassignWay | null;
  /** Why the wish cannot be, however the work is ordered; `null` when that is not proven. */
  readonly impossible: LowerBound | null;
}

export type WaysAnswer = WaysToMakeIt | DateRefusal;

/** A search asks for so many forecasts that more futures than these are not worth the wait. */
const MOST_SAMPLES = 400;

/**
 * What would make the date? Three ways to reach a wish date in as many of 100 futures as asked for: move it to the first safe date; cut the
 * smallest set of the milestone's cards, what matters least first; or add capacity, the fewest hours per week of one person or the fewest
 * cards given to somebody else. Found by bisection over the forecast with the same draws. Refused with `not_open` for a milestone that is
 * not there, reached or dropped, with `not_enough_data` below three estimated cards.
 * @example waysToMakeTheDate(input, "m1", "2026-06-12", 80)
 * // { ok: true, chance: 0.31, move: { on: "2026-06-19", chance: 0.81 }, cut: { cardIds: ["c7"], minutes: 960, chance: 0.83 }, add: {...}, ... }
 */
export function waysToMakeTheDate(
  input: ForecastInput,
  milestoneId: string,
  wishOn: CivilDate,
  confidence: Confidence,
): WaysAnswer {
  const quick = { ...input, samples: Math.min(input.samples, MOST_SAMPLES) };
  const question = askAbout(quick, milestoneId);
  if (!question.ok) return question;
  const share = confidence / 100;
  const odds = oddsOf(question.finishes, input.today);
  const wish: Wish = { input: quick, milestoneId, wishOn, share };
  const chance = odds.chanceBy(wishOn);
  const facts = { ok: true, milestoneId, wishOn, confidence, chance, move: moveOf(odds, share) } as const;
  if (chance >= share)
    return { ...facts, holds: true, cut: null, add: null, reassign: null, impossible: null };
  const onTheWay = peopleOnTheWay(question.simulation.levelled.network.nodes, question.hits);
  return {
    ...facts,
    holds: false,
    cut: smallestCut(wish),
    add: moreCapacity(wish, onTheWay),
    reassign: reassignment(wish, onTheWay),
    impossible: proofAgainst(wish),
  };
}

function moveOf(odds: Odds, share: number): WaysToMakeIt["move"] {
  const on = odds.dateAt(share);
  return { on, chance: odds.chanceBy(on) };
}

/** Those whose work lies on the way, the most often first. */
function peopleOnTheWay(nodes: readonly { readonly personId: string | null }[], hits: Int32Array): string[] {
  const seen = new Map<string, number>();
  for (const [node, { personId }] of nodes.entries()) {
    if (personId !== null && hits[node]) seen.set(personId, (seen.get(personId) ?? 0) + (hits[node] ?? 0));
  }
  return [...seen].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
}

function proofAgainst({ input, milestoneId, wishOn }: Wish): LowerBound | null {
  const bounds = lowerBounds(input.plan, input.today, input.options);
  const bound = bounds.ok ? bounds.milestones.find(({ id }) => id === milestoneId) : undefined;
  return bound !== undefined && bound.notBefore > wishOn ? bound : null;
}
