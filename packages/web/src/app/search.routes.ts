import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readSearchSearch } from "../search/search-search.ts";
import { rootRoute } from "./root.routes.ts";

export const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/search",
  validateSearch: readSearchSearch,
  component: lazyRouteComponent(() => import("../search/search.page.tsx"), "SearchPage"),
});
