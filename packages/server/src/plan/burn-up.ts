import { medianEstimate } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import type { BurnUpView } from "./burn-up.view.ts";
import { type CardStep, cardSteps, cardsWithHistory, doneColumns } from "./card-histories.store.ts";

type Card = Awaited<ReturnType<typeof cardsWithHistory>>[number];

interface CardState {
  milestoneId: string | null;
  place: string;
  done: boolean;
  archived: boolean;
  likely: number | null;
}

const SUMS = ["scopeCards", "doneCards", "scopeMinutes", "doneMinutes"] as const;
type Sums = Record<(typeof SUMS)[number], number>;
const NOTHING: Sums = { scopeCards: 0, doneCards: 0, scopeMinutes: 0, doneMinutes: 0 };

/** How much there was to do on each day and how much of it was done: what serves a milestone and is neither put off nor put away undone. */
export async function readBurnUp(
  scope: Scope,
  projectId: string,
  milestoneId: string | undefined,
): Promise<BurnUpView> {
  const { today } = await workCalendar(scope);
  const cards = await cardsWithHistory(scope, projectId);
  const steps = Map.groupBy(await cardSteps(scope, projectId), ({ cardId }) => cardId);
  const done = await doneColumns(scope, projectId);
  const usual = medianEstimate(cards) ?? 0;
  const sumsOf = (state: CardState): Sums => {
    const serves = milestoneId === undefined ? state.milestoneId !== null : state.milestoneId === milestoneId;
    if (!serves || state.place === "later" || (state.archived && !state.done)) return NOTHING;
    const minutes = state.likely ?? usual;
    return {
      scopeCards: 1,
      scopeMinutes: minutes,
      doneCards: state.done ? 1 : 0,
      doneMinutes: state.done ? minutes : 0,
    };
  };
  const changes = new Map<string, Sums>();
  for (const card of cards) {
    let before = NOTHING;
    for (const [on, state] of daysOf(card, steps.get(card.id) ?? [], done)) {
      const after = sumsOf(state);
      changes.set(on, plus(changes.get(on) ?? NOTHING, plus(after, before, -1)));
      before = after;
    }
  }
  const now = cards.filter((card) => sumsOf(stateOf(card)).scopeCards > 0);
  return {
    today,
    points: runningSums(changes),
    estimated: now.filter(({ likely }) => likely !== null).length,
  };
}

/** The days on which a card became another one, each with what it was at its end, told back from what it is now. */
function daysOf(card: Card, told: readonly CardStep[], done: ReadonlySet<string>): Map<string, CardState> {
  const steps = withDone(card, told);
  const days: [string, CardState][] = [];
  let state = stateOf(card);
  for (const step of steps.toReversed()) {
    days.push([step.on, state]);
    state = beforeStep(state, step, done);
  }
  days.push([card.since, state]);
  return new Map(days.toReversed());
}

/** Work that came along finished, such as from an import, has no move that says when. */
function withDone({ id, doneOn }: Card, steps: readonly CardStep[]): readonly CardStep[] {
  if (doneOn === null || steps.some(({ verb }) => verb === "card.moved")) return steps;
  const finished: CardStep = { cardId: id, verb: "card.moved", on: doneOn };
  return [...steps, finished].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function stateOf({ milestoneId, place, doneOn, archived, likely }: Card): CardState {
  return { milestoneId, place, done: doneOn !== null, archived, likely };
}

function beforeStep(
  after: CardState,
  { verb, from, before }: CardStep,
  done: ReadonlySet<string>,
): CardState {
  if (verb === "card.archived" || verb === "card.unarchived")
    return { ...after, archived: verb === "card.unarchived" };
  if (verb !== "card.moved") {
    const { milestoneId = after.milestoneId, likely = after.likely } = before ?? {};
    return { ...after, milestoneId, likely };
  }
  // What was sent away with its milestone was open work on the board.
  if (!from) return { ...after, place: "board", done: false };
  return { ...after, place: from.place, done: from.columnId !== null && done.has(from.columnId) };
}

function plus(one: Sums, other: Sums, times = 1): Sums {
  const sums = { ...one };
  for (const key of SUMS) sums[key] += times * other[key];
  return sums;
}

/** One point a day on which something changed, oldest first. */
function runningSums(changes: ReadonlyMap<string, Sums>): BurnUpView["points"] {
  let sums = NOTHING;
  return [...changes]
    .filter(([, change]) => SUMS.some((key) => change[key] !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, change]) => {
      sums = plus(sums, change);
      return { on, ...sums };
    });
}
