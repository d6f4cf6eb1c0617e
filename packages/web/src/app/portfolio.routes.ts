import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { portfolioQuery } from "../projects/portfolio.api.ts";
import { readSearch } from "../projects/portfolio-search.ts";
import { readSearch as readRoads } from "../projects/roads-search.ts";
import { rootRoute } from "./root.routes.ts";

export const portfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/portfolio",
  validateSearch: readSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(portfolioQuery),
  component: lazyRouteComponent(() => import("./portfolio-screen.tsx"), "PortfolioScreen"),
});

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/start",
  component: lazyRouteComponent(() => import("../projects/first-steps.tsx"), "FirstSteps"),
});

export const roadsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/roadmap",
  validateSearch: readRoads,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(portfolioQuery),
  component: lazyRouteComponent(() => import("../projects/roads.page.tsx"), "RoadsPage"),
});
