import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readTimeSearch } from "../time/time-search.ts";
import { rootRoute } from "./root.routes.ts";

export const timeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/time",
  validateSearch: readTimeSearch,
  component: lazyRouteComponent(() => import("../time/time.page.tsx"), "TimePage"),
});
