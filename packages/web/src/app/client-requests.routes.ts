import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { clientRequestsQuery } from "../client-requests/client-requests.api.ts";
import { planQuery } from "../lib/plan-query.ts";
import { projectRoute } from "./project.routes.ts";

export const clientRequestsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "requests",
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (!project) return;
    await Promise.all([
      queryClient.ensureQueryData(planQuery(project.id)),
      queryClient.ensureQueryData(clientRequestsQuery(project.id)),
    ]);
  },
  component: lazyRouteComponent(() => import("./client-requests-screen.tsx"), "ClientRequestsScreen"),
});
