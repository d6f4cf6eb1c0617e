import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const checkInsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "check-ins",
  component: lazyRouteComponent(() => import("../check-ins/check-ins.page.tsx"), "CheckInsPage"),
});
