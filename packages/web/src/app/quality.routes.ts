import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const qualityRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "quality",
  component: lazyRouteComponent(() => import("../quality/quality.page.tsx"), "QualityPage"),
});
