import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { publicationPreviewQuery } from "../publications/publications.api.ts";
import { projectRoute } from "./project.routes.ts";

export const publishRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "publish",
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    // Who may not publish still reads what was published: the page itself says what it may not show.
    if (project) await queryClient.prefetchQuery(publicationPreviewQuery(project.id));
  },
  component: lazyRouteComponent(() => import("../publications/publish.page.tsx"), "PublishPage"),
});
