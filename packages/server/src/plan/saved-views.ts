import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import {
  deleteSavedView,
  findSavedView,
  insertSavedView,
  listSavedViews,
  type SavedViewChange,
  type SavedViewRow,
  type SavedViewWords,
  updateSavedView,
  type ViewPlace,
} from "./saved-views.store.ts";
import { SavedViewPlace, type SavedViewView } from "./saved-views.view.ts";

const MANY = 100;

export async function savedViews(scope: Scope, at: ViewPlace): Promise<SavedViewView[]> {
  return (await listSavedViews(scope, at)).map((row) => present(scope, row));
}

/** Says nothing of a project, so no event tells of it: everybody's portfolio would be counted anew. */
export async function saveView(scope: Scope, wanted: SavedViewWords & ViewPlace): Promise<SavedViewView> {
  refuseToShare(scope, wanted);
  const known = await listSavedViews(scope, wanted);
  const own = known.filter(({ personId }) => personId === scope.actor.personId);
  if (own.length >= MANY) throw refused("too-many-views", `You can keep ${MANY} views.`);
  refuseTaken(known, wanted.name);
  const id = newId();
  await insertSavedView(scope, { ...wanted, id });
  const made = await findSavedView(scope, id);
  if (!made) throw notFound();
  return present(scope, made);
}

export async function changeSavedView(
  scope: Scope,
  view: SavedViewRow,
  revision: number,
  change: SavedViewChange,
): Promise<SavedViewView> {
  if (asksNothing(change)) return present(scope, view);
  refuseToShare(scope, change);
  const { id } = view;
  if (change.name !== undefined)
    refuseTaken(
      (await listSavedViews(scope, view)).filter((other) => other.id !== id),
      change.name,
    );
  if (!(await updateSavedView(scope, { id, revision }, change))) {
    const now = await findSavedView(scope, id);
    throw now ? stale(present(scope, now)) : notFound();
  }
  // Whoever takes somebody else's view from everybody does not see it any more.
  const { name = view.name, search = view.search, shared = view.shared } = change;
  return present(scope, { ...view, name, search, shared, revision: revision + 1 });
}

export function removeSavedView(scope: Scope, { id }: SavedViewRow): Promise<void> {
  return deleteSavedView(scope, id);
}

/** What a guest keeps is a guest's own: the team's lists are not theirs to fill. */
function refuseToShare({ actor }: Scope, { shared }: SavedViewChange): void {
  if (shared && actor.role === "guest")
    throw refused("guests-share-nothing", "Views that a guest keeps are theirs alone.");
}

/** Two of one name could not be told apart in the list. */
function refuseTaken(known: readonly SavedViewRow[], name: string): void {
  const same = (one: string) => one.toLocaleLowerCase("en") === name.toLocaleLowerCase("en");
  if (known.some((view) => same(view.name)))
    throw refused("name-taken", `There is a view called “${name}” already.`);
}

function present({ actor }: Scope, { personId, personName, ...view }: SavedViewRow): SavedViewView {
  return {
    ...view,
    place: SavedViewPlace.parse(view.place),
    by: { id: personId, name: personName },
    mayEdit: can(actor, "view.edit", { authorId: personId }),
  };
}
