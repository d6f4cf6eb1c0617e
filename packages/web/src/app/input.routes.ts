import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inputRoundsQuery, proposalsQuery } from "../input/input.api.ts";
import { projectRoute } from "./project.routes.ts";

export const inputRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "input",
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (!project) return;
    await Promise.all([
      queryClient.prefetchQuery(inputRoundsQuery(project.id)),
      queryClient.prefetchQuery(proposalsQuery(project.id)),
    ]);
  },
  component: lazyRouteComponent(() => import("../input/input.page.tsx"), "InputPage"),
});
