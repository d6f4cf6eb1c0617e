import type { QueryClient } from "@tanstack/react-query";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { meQuery } from "../lib/session.ts";
import { templateQuery, templatesQuery } from "../lib/template-query.ts";
import { readSearch } from "../templates/gallery-search.ts";
import { readView } from "../templates/template-view.ts";
import { rootRoute } from "./root.routes.ts";

export const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/templates",
  validateSearch: readSearch,
  loader: async ({ context: { queryClient } }) => {
    if (await mayRead(queryClient)) await queryClient.ensureQueryData(templatesQuery);
  },
  component: lazyRouteComponent(() => import("../templates/gallery.page.tsx"), "GalleryPage"),
});

export const templateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/templates/$templateId",
  validateSearch: readView,
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData(templateQuery(params.templateId)),
  component: lazyRouteComponent(() => import("../templates/template.page.tsx"), "TemplatePage"),
});

export const editTemplateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/templates/$templateId/edit",
  component: lazyRouteComponent(() => import("../templates/edit-template.page.tsx"), "EditTemplatePage"),
});

/** A guest reads a sentence instead of a refusal. */
async function mayRead(client: QueryClient): Promise<boolean> {
  const { can } = await client.ensureQueryData(meQuery);
  return can.includes("template.read");
}
