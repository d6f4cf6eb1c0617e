import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

const search = ({ at }: Record<string, unknown>) => (typeof at === "string" ? { at } : {});

export const reviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "review",
  validateSearch: search,
  component: lazyRouteComponent(() => import("../reviews/review.page.tsx"), "ReviewPage"),
});

export const datedReviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "review/$date",
  validateSearch: search,
  component: lazyRouteComponent(() => import("../reviews/review.page.tsx"), "DatedReviewPage"),
});
