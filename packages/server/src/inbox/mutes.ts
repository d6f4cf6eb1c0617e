import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listProjects } from "../projects/projects.store.ts";
import type { ThingKind } from "./happenings.ts";
import { presentItem } from "./inbox-presenter.ts";
import { closeMuted } from "./item-state.store.ts";
import { deleteMute, insertMute, mutedProjectIds } from "./mutes.store.ts";
import { itemOfThing, mutedThings } from "./visible-items.store.ts";

export interface Mutable {
  kind: ThingKind;
  id: string;
}

/** A project that this person may see, or a thing that stands in their inbox; 404 for everything else. */
export async function visibleMutable(scope: Scope, { kind, id }: Mutable): Promise<void> {
  if (kind === "project") await visibleProject(scope, id);
  else if (!(await itemOfThing(scope, kind, id))) throw notFound();
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

/** What is muted, as far as this person may see it still. */
export async function listMutes(scope: Scope) {
  const projects = new Set(await mutedProjectIds(scope));
  const muted = projects.size === 0 ? [] : await listProjects(scope, { archived: false });
  return [
    ...muted
      .filter(({ id }) => projects.has(id))
      .map(({ id, name }) => ({ kind: "project" as const, id, title: name, project: name })),
    ...(await mutedThings(scope)).map((row) => {
      const { thing, project } = presentItem(row);
      return { kind: thing.kind, id: thing.id, title: thing.title, project: project.name };
    }),
  ];
}
