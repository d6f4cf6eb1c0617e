import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const reportRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "report",
  component: lazyRouteComponent(() => import("../reports/report.page.tsx"), "ReportPage"),
});
