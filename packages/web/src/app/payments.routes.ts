import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { paymentsQuery } from "../payments/payments.api.ts";
import { readSearch } from "../payments/payments-search.ts";
import { rootRoute } from "./root.routes.ts";

export const paymentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/payments",
  validateSearch: readSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(paymentsQuery),
  component: lazyRouteComponent(() => import("../payments/payments.page.tsx"), "PaymentsPage"),
});
