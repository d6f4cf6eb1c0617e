import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { type ViewPlace, visibleSavedView } from "./saved-views.store.ts";
import { changeSavedView, removeSavedView, savedViews, saveView } from "./saved-views.ts";
import { PROJECT_PLACES, SavedView, SavedViewPlace } from "./saved-views.view.ts";

const tag = "Overview";
const Params = z.strictObject({ savedViewId: uuid() });
const Words = z.strictObject({
  name: title(80),
  search: z
    .string()
    .max(2_000)
    .regex(/^[^\s?#]*$/),
  shared: z.boolean(),
});
const Place = z.strictObject({
  place: SavedViewPlace.default("portfolio"),
  /** Where the place is one of a project's. */
  projectId: uuid().optional(),
});
type Asked = z.infer<typeof Place>;

const ofProject = ({ place }: Asked) => PROJECT_PLACES.some((each) => each === place);
const named = (asked: Asked) => ofProject(asked) === (asked.projectId !== undefined);
const NAMED = {
  message: "Name the project of its board, list or calendar, and of nothing else.",
  path: ["projectId"],
};

interface Found {
  project?: ProjectAccess;
  at: ViewPlace;
}

/** A view of a project is for whoever sees that project. */
async function visiblePlace(scope: Scope, { place, projectId }: Asked): Promise<Found> {
  if (!projectId) return { at: { place, projectId: null } };
  return { ...(await visibleProject(scope, projectId)), at: { place, projectId } };
}

export const savedViewRoutes = [
  route({
    method: "GET",
    path: "/saved-views",
    id: "listSavedViews",
    tag,
    summary: "Filters of a place that you keep or that are shared with you, by name",
    query: Place.refine(named, NAMED),
    response: pageOf(SavedView),
    policy: { action: "view.keep", load: (scope, { query }) => visiblePlace(scope, query) },
    handle: async (scope, _input, { at }) => onePage(await savedViews(scope, at)),
  }),
  route({
    method: "POST",
    path: "/saved-views",
    id: "saveView",
    tag,
    summary: "Keep filters of a place under a name",
    body: Words.extend({ shared: Words.shape.shared.default(false), ...Place.shape }).refine(named, NAMED),
    response: SavedView,
    policy: { action: "view.keep", load: (scope, { body }) => visiblePlace(scope, body) },
    handle: (scope, { body: { name, search, shared } }, { at }) =>
      saveView(scope, { name, search, shared, ...at }),
  }),
  route({
    method: "PATCH",
    path: "/saved-views/{savedViewId}",
    id: "changeSavedView",
    tag,
    summary: "Name, filters and who finds a kept view",
    params: Params,
    body: Words.partial(),
    response: SavedView,
    ifMatch: true,
    policy: { action: "view.edit", load: (scope, { params }) => visibleSavedView(scope, params.savedViewId) },
    handle: (scope, { body, revision }, { view }) => changeSavedView(scope, view, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/saved-views/{savedViewId}",
    id: "removeSavedView",
    tag,
    summary: "Remove a kept view",
    params: Params,
    policy: { action: "view.edit", load: (scope, { params }) => visibleSavedView(scope, params.savedViewId) },
    handle: (scope, _input, { view }) => removeSavedView(scope, view),
  }),
];
