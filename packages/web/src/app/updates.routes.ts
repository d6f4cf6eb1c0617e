import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const updatesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "updates",
  component: lazyRouteComponent(() => import("./updates-screen.tsx"), "UpdatesScreen"),
});
