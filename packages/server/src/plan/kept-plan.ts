import { can } from "../access/policy.ts";
import type { Answer, Input } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { BoardCache } from "../board/board-cache.ts";
import { packedAnswer } from "../board/packed-answer.ts";
import { happenedSince } from "../db/event-horizon.ts";
import type { Kit } from "../kit/context.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { newsSince } from "./portfolio-news.store.ts";

const BUDGET = 16 * 1_048_576;
const QUARTER_HOUR = 900_000;
const caches = new WeakMap<Kit, BoardCache>();

/** What was read of a plan, kept in memory while no event says that it could have changed. */
export async function keptAnswer(
  scope: Scope,
  project: ProjectAccess,
  { known, packings }: Pick<Input<unknown, unknown, unknown>, "known" | "packings">,
  name: "overview" | "plan" | "publication" | "warnings" | `plan ${number}`,
  read: () => Promise<unknown>,
): Promise<Answer> {
  const { actor, kit, now, tx } = scope;
  // Every zone's day begins on a quarter of an hour.
  const quarter = Math.floor(now.getTime() / QUARTER_HOUR);
  const kept = await cacheOf(kit).get(
    [actor.workspaceId, project.id, name, readerOf(scope, project), quarter].join(" "),
    async ({ snapshot }) => !(await happenedSince(tx, actor.workspaceId, project.id, snapshot)),
    async () => {
      const { snapshot } = await newsSince(scope, null);
      return { snapshot, json: JSON.stringify(await read()) };
    },
  );
  return packedAnswer(kept, known, packings);
}

/** People who may do and see the same get the same answer; a guest's is their own. */
function readerOf({ actor }: Scope, project: ProjectAccess): string {
  if (actor.role === "guest") return actor.personId;
  const actions = ["plan.edit", "plan.work", "money.read"] as const;
  return actions.map((action) => (can(actor, action, { project }) ? "1" : "0")).join("");
}

function cacheOf(kit: Kit): BoardCache {
  const known = caches.get(kit) ?? new BoardCache(BUDGET);
  caches.set(kit, known);
  return known;
}
