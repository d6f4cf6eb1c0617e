import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { approvalsQuery } from "../approvals/approvals.api.ts";
import { projectRoute } from "./project.routes.ts";

export const approvalsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "approvals",
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.prefetchQuery(approvalsQuery(project.id));
  },
  component: lazyRouteComponent(() => import("../approvals/approvals.page.tsx"), "ApprovalsPage"),
});
