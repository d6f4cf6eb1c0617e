import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readFilesSearch } from "../files/files-search.ts";
import { projectRoute } from "./project.routes.ts";

export const projectFilesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "files",
  validateSearch: readFilesSearch,
  component: lazyRouteComponent(() => import("../files/project-files.page.tsx"), "ProjectFilesPage"),
});
