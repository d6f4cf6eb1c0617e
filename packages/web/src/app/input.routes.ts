import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const inputRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "input",
  component: lazyRouteComponent(() => import("../input/input.page.tsx"), "InputPage"),
});
