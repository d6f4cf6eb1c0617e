import { isOpenCard } from "../care.ts";
import { DEFAULT_LEVEL_OPTIONS } from "../levelling/levelled-plan.ts";
import { remainingOf, usualEffort } from "../levelling/remaining-work.ts";
import type { Plan, PlanCard } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { chanceWith, type Wish } from "./plan-wish.ts";
import { smallestEnough } from "./smallest.ts";

/** Cards to take out, the least important first. */
export interface CutWay {
  readonly cardIds: readonly string[];
  /** Minutes of effort that are no longer needed. */
  readonly minutes: number;
  readonly chance: number;
}

/** Cards that need not be cut are looked for among so many. */
const MOST_TRIED = 12;

/**
 * The smallest set of the milestone's open cards without which the wish holds: from the lowest priority and the last place on the board
 * upwards until it is enough, then without those that turn out not to matter. One card stays: a milestone without any is no way out.
 */
export function smallestCut(wish: Wish): CutWay | null {
  const cards = leastImportantFirst(wish.input.plan, wish.milestoneId);
  const chanceWithout = (cut: readonly PlanCard[]) => chanceOf(wish, cut);
  const n = smallestEnough(
    1,
    cards.length - 1,
    (count) => chanceWithout(cards.slice(0, count)) >= wish.share,
  );
  if (n === null) return null;
  let cut = cards.slice(0, n);
  for (const card of cut.slice(0, -1).slice(0, MOST_TRIED)) {
    const others = cut.filter((each) => each !== card);
    if (chanceWithout(others) >= wish.share) cut = others;
  }
  const usual = usualEffort(wish.input.plan, DEFAULT_LEVEL_OPTIONS.unestimated);
  return {
    cardIds: cut.map(({ id }) => id),
    minutes: cut.reduce((sum, card) => sum + remainingOf(card, card.likely ?? usual), 0),
    chance: chanceWithout(cut),
  };
}

/** A card that is put off takes no part, and still counts for what is usual. */
function chanceOf(wish: Wish, cut: readonly PlanCard[]): number {
  const out = new Set(cut);
  const cards = wish.input.plan.cards.map((card) =>
    out.has(card) ? { ...card, place: "later" as const } : card,
  );
  return chanceWith(wish, { cards });
}

function leastImportantFirst(plan: Plan, milestoneId: string): PlanCard[] {
  const inside = partsOf(plan, milestoneId);
  return plan.cards
    .filter((card) => isOpenCard(card) && inside.has(card.milestoneId ?? ""))
    .sort(
      (a, b) =>
        a.priority - b.priority ||
        Number(a.place === "doing") - Number(b.place === "doing") ||
        compareText(b.position, a.position) ||
        compareText(b.id, a.id),
    );
}

/** A milestone with its minor milestones. */
function partsOf({ milestones }: Plan, milestoneId: string): ReadonlySet<string> {
  const inside = new Set([milestoneId]);
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const { id, parentId } of milestones) if (parentId !== null && inside.has(parentId)) inside.add(id);
  }
  return inside;
}
