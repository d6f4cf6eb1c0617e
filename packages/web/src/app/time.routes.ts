import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readProjectTimeSearch } from "../time/project-time-search.ts";
import { readTimeSearch } from "../time/time-search.ts";
import { projectRoute } from "./project.routes.ts";
import { rootRoute } from "./root.routes.ts";

export const timeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/time",
  validateSearch: readTimeSearch,
  component: lazyRouteComponent(() => import("../time/time.page.tsx"), "TimePage"),
});

export const projectTimeRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "time",
  validateSearch: readProjectTimeSearch,
  component: lazyRouteComponent(() => import("../time/project-time.page.tsx"), "ProjectTimePage"),
});
