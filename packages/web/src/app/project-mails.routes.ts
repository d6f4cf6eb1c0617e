import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readMailSearch } from "../mail/mail-search.ts";
import { projectRoute } from "./project.routes.ts";

export const projectMailsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "mail",
  validateSearch: readMailSearch,
  component: lazyRouteComponent(() => import("../mail/project-mails.page.tsx"), "ProjectMailsPage"),
});
