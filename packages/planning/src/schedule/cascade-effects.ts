import { isOpenCard } from "../care.ts";
import type { CivilDate, FixedDate, PlanCard } from "../plan.ts";
import type { WindowDates, WindowMove } from "./window-move.ts";

export interface CardOutside {
  readonly cardId: string;
  readonly milestoneId: string;
  readonly dueOn: CivilDate;
  readonly side: "before_start" | "after_target";
}

export interface FixedDateMissed {
  readonly fixedDateId: string;
  readonly on: CivilDate;
  readonly milestoneId: string;
  readonly targetOn: CivilDate;
}

/** Open cards whose due date was inside the window and is not any more. */
export function cardsOutside(cards: readonly PlanCard[], moves: readonly WindowMove[]): CardOutside[] {
  const moveOf = new Map(moves.map((move) => [move.milestoneId, move]));
  return cards.filter(isOpenCard).flatMap(({ id, milestoneId, dueOn }) => {
    const move = moveOf.get(milestoneId ?? "");
    if (move === undefined || dueOn === null || sideOf(dueOn, move.from) !== null) return [];
    const side = sideOf(dueOn, move.to);
    return side === null ? [] : [{ cardId: id, milestoneId: move.milestoneId, dueOn, side }];
  });
}

/**
 * Fixed dates that a moved milestone comes after: the one that is to be reached by then, or any that was planned for before it.
 */
export function fixedDatesMissed(
  fixedDates: readonly FixedDate[],
  moves: readonly WindowMove[],
): FixedDateMissed[] {
  return fixedDates.flatMap(({ id, on, milestoneId }) =>
    moves.flatMap((move) => {
      const { targetOn } = move.to;
      if (targetOn === null || targetOn <= on) return [];
      const meant =
        milestoneId === null ? (move.from.targetOn ?? "") <= on : milestoneId === move.milestoneId;
      return meant ? [{ fixedDateId: id, on, milestoneId: move.milestoneId, targetOn }] : [];
    }),
  );
}

function sideOf(dueOn: CivilDate, { startOn, targetOn }: WindowDates): CardOutside["side"] | null {
  if (startOn !== null && dueOn < startOn) return "before_start";
  return targetOn !== null && dueOn > targetOn ? "after_target" : null;
}
