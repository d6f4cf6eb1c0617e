import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const approvalsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "approvals",
  component: lazyRouteComponent(() => import("../approvals/approvals.page.tsx"), "ApprovalsPage"),
});
