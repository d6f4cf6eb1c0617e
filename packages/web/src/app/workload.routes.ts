import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readSearch } from "../workload/workload-search.ts";
import { rootRoute } from "./root.routes.ts";

export const workloadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workload",
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("../workload/workload.page.tsx"), "WorkloadPage"),
});
