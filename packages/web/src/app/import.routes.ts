import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root.routes.ts";

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/import",
  component: lazyRouteComponent(() => import("../imports/import.page.tsx"), "ImportPage"),
});
