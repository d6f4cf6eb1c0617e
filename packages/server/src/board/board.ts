import type { Scope } from "../access/scope.ts";
import { happenedSince } from "../db/event-horizon.ts";
import type { Kit } from "../kit/context.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { readBoard } from "./board.store.ts";
import { BoardCache, type KeptBoard } from "./board-cache.ts";

const caches = new WeakMap<Kit, BoardCache>();

export interface BoardAccess {
  project: ProjectAccess;
  /** The board in memory if nothing has happened since it was read. */
  kept: KeptBoard | null;
}

/** Both questions travel together; what is kept leaves only when the project is visible. */
export async function visibleBoard(scope: Scope, projectId: string): Promise<BoardAccess> {
  const [{ project }, kept] = await Promise.all([
    visibleProject(scope, projectId),
    cacheOf(scope.kit).current(keyOf(scope, projectId), isTrue(scope, projectId)),
  ]);
  return { project, kept };
}

/** The board as this person may see it: kept in memory while no event says that it could have changed. */
export function boardOf(scope: Scope, { project, kept }: BoardAccess): Promise<KeptBoard> {
  if (kept) return Promise.resolve(kept);
  return cacheOf(scope.kit).get(keyOf(scope, project.id), isTrue(scope, project.id), () =>
    readBoard(scope, project.id),
  );
}

function isTrue({ tx, actor }: Scope, projectId: string) {
  return async ({ snapshot }: KeptBoard) =>
    !(await happenedSince(tx, actor.workspaceId, projectId, snapshot));
}

/** A guest's board is theirs alone; everybody else sees the same one. */
function keyOf({ actor }: Scope, projectId: string): string {
  return `${actor.workspaceId} ${projectId} ${actor.role === "guest" ? actor.personId : "all"}`;
}

function cacheOf(kit: Kit): BoardCache {
  const known = caches.get(kit);
  if (known) return known;
  const made = new BoardCache();
  caches.set(kit, made);
  return made;
}
