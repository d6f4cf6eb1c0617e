import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectByKey } from "../lib/current-project.ts";
import { isCare } from "../projects/care.ts";
import { overviewQuery } from "../projects/portfolio.api.ts";
import { readSearch } from "./new-project-search.ts";
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
  validateSearch: (search: Record<string, unknown>) => (isCare(search.care) ? { care: search.care } : {}),
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(overviewQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./overview-screen.tsx"), "OverviewScreen"),
});

export const headPageRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/edit",
  component: lazyRouteComponent(() => import("./head-screen.tsx"), "HeadScreen"),
});

export const newProjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/projects/new",
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("./new-project-screen.tsx"), "NewProjectScreen"),
});
