import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { trendQuery } from "../trend/trend.api.ts";
import { readSearch } from "../trend/trend-search.ts";
import { workDoneQuery } from "../trend/work-done.api.ts";
import { projectRoute } from "./project.routes.ts";

export const trendRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "trend",
  validateSearch: readSearch,
  loaderDeps: ({ search: { base, by } }) => ({ base, by }),
  loader: async ({ context: { queryClient }, parentMatchPromise, deps }) => {
    const project = (await parentMatchPromise).loaderData;
    if (!project) return;
    void queryClient.prefetchQuery(workDoneQuery(project.id, deps));
    await queryClient.ensureQueryData(trendQuery(project.id));
  },
  component: lazyRouteComponent(() => import("../trend/trend.page.tsx"), "TrendPage"),
});
