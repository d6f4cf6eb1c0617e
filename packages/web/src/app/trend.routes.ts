import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { trendQuery } from "../trend/trend.api.ts";
import { readSearch } from "../trend/trend-search.ts";
import { projectRoute } from "./project.routes.ts";

export const trendRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "trend",
  validateSearch: readSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(trendQuery(project.id));
  },
  component: lazyRouteComponent(() => import("../trend/trend.page.tsx"), "TrendPage"),
});
