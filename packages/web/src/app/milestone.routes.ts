import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectByKey } from "../lib/current-project.ts";
import { planQuery } from "../lib/plan-query.ts";
import { readTab } from "./milestone-tab.ts";
import { rootRoute } from "./root.routes.ts";

export const milestoneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/m/$ref",
  validateSearch: readTab,
  loader: async ({ context: { queryClient }, params }) => {
    const project = await projectByKey(
      queryClient,
      params.ref.slice(0, Math.max(0, params.ref.lastIndexOf("-"))),
    );
    await queryClient.ensureQueryData(planQuery(project.id));
    return project;
  },
  component: lazyRouteComponent(() => import("./milestone-screen.tsx"), "MilestoneScreen"),
});
