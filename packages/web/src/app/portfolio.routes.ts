import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root.routes.ts";

export const portfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/portfolio",
  component: lazyRouteComponent(() => import("../portfolio/portfolio.page.tsx"), "PortfolioPage"),
});
