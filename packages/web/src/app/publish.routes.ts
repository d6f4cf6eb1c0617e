import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const publishRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "publish",
  component: lazyRouteComponent(() => import("../publications/publish.page.tsx"), "PublishPage"),
});
