import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listProjects } from "../projects/projects.store.ts";
import { closeMuted } from "./item-state.store.ts";
import { deleteMute, insertMute, mutesOf } from "./mutes.store.ts";

export const MUTABLE_KINDS = ["card", "milestone", "project"] as const;

export interface Mutable {
  kind: (typeof MUTABLE_KINDS)[number];
  id: string;
}

/** What this person may see; 404 for everything else. */
export async function visibleMutable(scope: Scope, { kind, id }: Mutable) {
  if (kind === "project") return visibleProject(scope, id);
  const { project } = kind === "card" ? await visibleCard(scope, id) : await visibleMilestone(scope, id);
  return { project };
}

/**
 * No more of it in the inbox, in bundles and by mail, but for mentions of this person and what is asked of them alone. What is
 * there already is done with it.
 */
export async function mute(scope: Scope, { kind, id }: Mutable): Promise<void> {
  await insertMute(scope, kind, id);
  await closeMuted(scope, id);
}

export async function unmute(scope: Scope, { kind, id }: Mutable): Promise<void> {
  await deleteMute(scope, kind, id);
}

/** What is muted, as far as this person still sees its project. */
export async function listMutes(scope: Scope) {
  const muted = await mutesOf(scope);
  if (muted.length === 0) return [];
  const seen = new Set((await listProjects(scope, { archived: false })).map(({ id }) => id));
  return muted.flatMap(({ thingKind, thingId: id, projectId, title, project }) => {
    const kind = MUTABLE_KINDS.find((one) => one === thingKind);
    return kind && seen.has(projectId) ? [{ kind, id, title, project }] : [];
  });
}
