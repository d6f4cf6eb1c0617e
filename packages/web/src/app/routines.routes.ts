import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const routinesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "routines",
  validateSearch: ({ card }: Record<string, unknown>): { card?: string } =>
    typeof card === "string" ? { card } : {},
  component: lazyRouteComponent(() => import("../routines/routines.page.tsx"), "RoutinesPage"),
});
