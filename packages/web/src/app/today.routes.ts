import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { todayQuery } from "../today/today.api.ts";
import { rootRoute } from "./root.routes.ts";

export const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/today",
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(todayQuery),
  component: lazyRouteComponent(() => import("./today-screen.tsx"), "TodayScreen"),
});
