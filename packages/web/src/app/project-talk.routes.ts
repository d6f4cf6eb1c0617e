import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planQuery } from "../lib/plan-query.ts";
import { projectRoute } from "./project.routes.ts";
import { readTalkSearch } from "./project-talk-search.ts";

export const projectTalkRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "talk",
  validateSearch: readTalkSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(planQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./project-talk.tsx"), "ProjectTalk"),
});
