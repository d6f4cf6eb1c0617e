import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectByKey } from "../lib/current-project.ts";
import { ProjectFrame } from "./project-frame.tsx";
import { rootRoute } from "./root.routes.ts";

/** The frame of one project: everything below `/p/acme`. */
export const projectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/p/$projectKey",
  loader: ({ context: { queryClient }, params }) => projectByKey(queryClient, params.projectKey),
  component: ProjectFrame,
});

export const overviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/",
  component: lazyRouteComponent(() => import("../projects/overview.page.tsx"), "OverviewPage"),
});
