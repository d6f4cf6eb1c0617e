import type { Scope } from "../access/scope.ts";
import type { Placed } from "./card-rows.ts";
import type { ImportedBoard, ImportedCard, LeftOut } from "./imported-board.ts";
import { cardsStillThere, type Known } from "./imports.store.ts";
import { Omissions } from "./left-out.ts";
import type { ListTargets } from "./list-targets.ts";
import type { MappingData } from "./mapping.ts";

export interface Sorted {
  fresh: Placed[];
  already: { id: string; card: ImportedCard }[];
  deleted: number;
  skipped: ImportedCard[];
  movedToDone: number;
  tooLate: number;
}

/** New cards, cards that are here, cards that somebody deleted here, cards that stay behind. */
export async function sortCards(
  scope: Scope,
  projectId: string,
  { cards }: ImportedBoard,
  targets: ListTargets,
  known: Known,
): Promise<Sorted> {
  const here = known.get("card") ? await cardsStillThere(scope, projectId) : new Set<string>();
  const sorted: Sorted = { fresh: [], already: [], deleted: 0, skipped: [], movedToDone: 0, tooLate: 0 };
  for (const card of cards) {
    const id = known.get("card")?.get(card.id);
    const target = targets.of(card);
    if (id && here.has(id)) sorted.already.push({ id, card });
    else if (id) sorted.deleted += 1;
    else if (!target) sorted.skipped.push(card);
    else {
      sorted.fresh.push({ card, target });
      if (target.movedToDone) sorted.movedToDone += 1;
      if (target.tooLate) sorted.tooLate += 1;
    }
  }
  return sorted;
}

/** What stays behind because of what was chosen. */
export function chosenOut(
  board: ImportedBoard,
  { lists, members }: MappingData,
  { fresh, skipped }: Sorted,
): LeftOut[] {
  const omissions = new Omissions();
  const onCards = new Set(fresh.flatMap(({ card }) => card.memberIds));
  omissions.add("unmatched", board.members.filter(({ id }) => onCards.has(id) && !members[id]).length);
  omissions.add("skippedLists", board.lists.filter(({ id }) => lists[id]?.to === "skip").length);
  omissions.add("skippedCards", skipped.length);
  return omissions.list();
}

/** What a person should know of cards that came in elsewhere than their list says. */
export function placeNotes({ movedToDone, tooLate }: Sorted): string[] {
  const notes = [];
  if (movedToDone > 0)
    notes.push(
      `Cards marked complete in Trello that stand in a column for done work now, though their list was another: ${movedToDone}.`,
    );
  if (tooLate > 0)
    notes.push(
      `New cards that serve no milestone, because the one that their list became is over: ${tooLate}.`,
    );
  return notes;
}
