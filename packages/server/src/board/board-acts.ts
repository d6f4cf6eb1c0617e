import type { Scope } from "../access/scope.ts";
import { notFound, refused } from "../kit/errors.ts";
import { type DoneAct, findAct } from "./board-acts.store.ts";
import {
  ARCHIVED,
  DELETED,
  UNARCHIVED,
  undoArchiving,
  undoDeleting,
  undoUnarchiving,
} from "./cards-together.ts";
import { SORTED, undoSorting } from "./column-sort.ts";

const WAYS_BACK: Record<string, (scope: Scope, projectId: string, act: DoneAct) => Promise<string[]>> = {
  [ARCHIVED]: undoArchiving,
  [UNARCHIVED]: undoUnarchiving,
  [DELETED]: undoDeleting,
  [SORTED]: undoSorting,
};

/** By whoever did it; tells which cards went back. */
export async function undoAct(scope: Scope, projectId: string, id: string): Promise<string[]> {
  const act = await findAct(scope, { projectId, id, verbs: Object.keys(WAYS_BACK) });
  const cardIds = act && (await WAYS_BACK[act.verb]?.(scope, projectId, act));
  if (!cardIds) throw notFound();
  if (cardIds.length === 0)
    throw refused("nothing-to-undo", "These cards have been changed since, so they stay as they are.");
  return cardIds;
}
