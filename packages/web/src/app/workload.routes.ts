import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workloadQuery } from "../workload/workload.api.ts";
import { readSearch } from "../workload/workload-search.ts";
import { rootRoute } from "./root.routes.ts";

export const workloadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workload",
  validateSearch: readSearch,
  loaderDeps: ({ search: { from } }) => ({ from }),
  loader: ({ context: { queryClient }, deps: { from } }) => queryClient.ensureQueryData(workloadQuery(from)),
  component: lazyRouteComponent(() => import("../workload/workload.page.tsx"), "WorkloadPage"),
});
