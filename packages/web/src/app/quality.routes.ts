import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { qualityQuery } from "../quality/quality.api.ts";
import { projectRoute } from "./project.routes.ts";

export const qualityRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "quality",
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(qualityQuery(project.id));
  },
  component: lazyRouteComponent(() => import("../quality/quality.page.tsx"), "QualityPage"),
});
