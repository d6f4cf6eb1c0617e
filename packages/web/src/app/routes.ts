import { createRoute, redirect } from "@tanstack/react-router";
import { portfolioRoute } from "./portfolio.routes.ts";
import { overviewRoute, projectRoute } from "./project.routes.ts";
import { rootRoute } from "./root.routes.ts";

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/portfolio" });
  },
});

/** Every address of the team app, place by place. */
export const routeTree = rootRoute.addChildren([
  homeRoute,
  portfolioRoute,
  projectRoute.addChildren([overviewRoute]),
]);
