import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notFound } from "../kit/errors.ts";
import { visibleProject } from "../projects/project-access.store.ts";

/** Where a view is kept for: each place has an address with filters of its own. */
export interface ViewPlace {
  place: string;
  /** Null where the place is the whole workspace's. */
  projectId: string | null;
}

function visible({ tx, actor }: Scope) {
  return tx
    .selectFrom("savedViews as v")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "v.workspaceId").onRef("p.id", "=", "v.personId"),
    )
    .select(["v.id", "v.place", "v.projectId", "v.name", "v.search", "v.shared", "v.revision"])
    .select(["v.personId", "p.name as personName"])
    .where("v.workspaceId", "=", actor.workspaceId)
    .where((is) =>
      is.or([
        is("v.personId", "=", actor.personId),
        // Of what others share, guests would learn names of clients and projects.
        ...(actor.role === "guest" ? [] : [is("v.shared", "=", true)]),
      ]),
    );
}

/** Own views of a place and shared ones, by name. */
export function listSavedViews(scope: Scope, { place, projectId }: ViewPlace) {
  return visible(scope)
    .where("v.place", "=", place)
    .where("v.projectId", "is not distinct from", projectId)
    .orderBy("v.name")
    .orderBy("v.id")
    .execute();
}

export type SavedViewRow = Awaited<ReturnType<typeof listSavedViews>>[number];

export function findSavedView(scope: Scope, id: string): Promise<SavedViewRow | undefined> {
  return visible(scope).where("v.id", "=", id).executeTakeFirst();
}

export async function visibleSavedView(scope: Scope, id: string) {
  const view = await findSavedView(scope, id);
  if (!view) throw notFound();
  if (view.projectId) await visibleProject(scope, view.projectId);
  return { authorId: view.personId, view };
}

export interface SavedViewWords {
  name: string;
  search: string;
  shared: boolean;
}

export type SavedViewChange = { [Name in keyof SavedViewWords]?: SavedViewWords[Name] | undefined };

export async function insertSavedView(
  { tx, actor: { workspaceId, personId } }: Scope,
  view: SavedViewWords & ViewPlace & { id: string },
): Promise<void> {
  await tx
    .insertInto("savedViews")
    .values({ ...view, workspaceId, personId })
    .execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateSavedView(
  { tx, actor }: Scope,
  { id, revision }: { id: string; revision: number },
  change: SavedViewChange,
): Promise<boolean> {
  return updateSeen(tx, "savedViews", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function deleteSavedView({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("savedViews")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
