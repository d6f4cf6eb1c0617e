import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const cardTemplatesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "card-templates",
  component: lazyRouteComponent(
    () => import("../card-templates/card-templates.page.tsx"),
    "CardTemplatesPage",
  ),
});
