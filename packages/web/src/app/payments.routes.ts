import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readSearch } from "../payments/payments-search.ts";
import { rootRoute } from "./root.routes.ts";

/** The page asks for its data itself: what is opened seldom is no part of the first load. */
export const paymentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/payments",
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("../payments/payments.page.tsx"), "PaymentsPage"),
});
