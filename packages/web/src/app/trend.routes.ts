import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readSearch } from "../trend/trend-search.ts";
import { projectRoute } from "./project.routes.ts";

export const trendRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "trend",
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("../trend/trend.page.tsx"), "TrendPage"),
});
