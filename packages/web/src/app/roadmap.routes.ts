import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planQuery } from "../lib/plan-query.ts";
import { readSearch } from "../roadmap/roadmap-search.ts";
import { projectRoute } from "./project.routes.ts";

export const roadmapRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "roadmap",
  validateSearch: readSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(planQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./roadmap-screen.tsx"), "RoadmapScreen"),
});
