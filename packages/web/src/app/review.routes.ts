import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";
import { rootRoute } from "./root.routes.ts";

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

export const rhythmRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "review/rhythm",
  component: lazyRouteComponent(() => import("../reviews/rhythm.page.tsx"), "RhythmPage"),
});

export const dueReviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reviews",
  component: lazyRouteComponent(() => import("../reviews/due-reviews.page.tsx"), "DueReviewsPage"),
});
