import type { Scope } from "../access/scope.ts";
import { happenedSince } from "../db/event-horizon.ts";
import type { Kit } from "../kit/context.ts";
import { readBoard } from "./board.store.ts";
import { BoardCache, type KeptBoard } from "./board-cache.ts";

const caches = new WeakMap<Kit, BoardCache>();

/** The board as this person may see it: kept in memory while no event says that it could have changed. */
export function boardOf(scope: Scope, projectId: string): Promise<KeptBoard> {
  const { actor, tx, kit } = scope;
  const audience = actor.role === "guest" ? actor.personId : "all";
  return cacheOf(kit).get(
    `${actor.workspaceId} ${projectId} ${audience}`,
    async (kept) => !(await happenedSince(tx, actor.workspaceId, projectId, kept.snapshot)),
    () => readBoard(scope, projectId),
  );
}

function cacheOf(kit: Kit): BoardCache {
  const known = caches.get(kit);
  if (known) return known;
  const made = new BoardCache();
  caches.set(kit, made);
  return made;
}
