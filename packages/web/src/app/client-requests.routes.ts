import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

/** The page asks for its data itself: what is opened seldom is no part of the first load. */
export const clientRequestsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "requests",
  component: lazyRouteComponent(() => import("./client-requests-screen.tsx"), "ClientRequestsScreen"),
});
