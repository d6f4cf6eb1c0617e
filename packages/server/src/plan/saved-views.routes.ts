import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { visibleSavedView } from "./saved-views.store.ts";
import { changeSavedView, removeSavedView, savedViews, saveView } from "./saved-views.ts";
import { SavedView } from "./saved-views.view.ts";

const tag = "Overview";
const Params = z.strictObject({ savedViewId: uuid() });
const Words = z.strictObject({
  name: title(80),
  search: z
    .string()
    .max(500)
    .regex(/^[^\s?#]*$/),
  shared: z.boolean(),
});

export const savedViewRoutes = [
  route({
    method: "GET",
    path: "/saved-views",
    id: "listSavedViews",
    tag,
    summary: "Filters of the portfolio that you keep or that are shared with you, by name",
    response: pageOf(SavedView),
    policy: { action: "view.use" },
    handle: async (scope) => onePage(await savedViews(scope)),
  }),
  route({
    method: "POST",
    path: "/saved-views",
    id: "saveView",
    tag,
    summary: "Keep filters of the portfolio under a name",
    body: Words.extend({ shared: Words.shape.shared.default(false) }),
    response: SavedView,
    policy: { action: "view.use" },
    handle: (scope, { body }) => saveView(scope, body),
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
