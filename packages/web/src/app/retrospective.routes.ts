import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const retrospectiveRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "retrospective",
  component: lazyRouteComponent(() => import("./retrospective-screen.tsx"), "RetrospectiveScreen"),
});
