import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { planQuery } from "../lib/plan-query.ts";
import { readSearch } from "../plan/assistant/step-search.ts";
import { projectRoute } from "./project.routes.ts";

export const planRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "plan",
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(planQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./plan-screen.tsx"), "PlanScreen"),
});

export const assistantRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "assistant",
  validateSearch: readSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(planQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./assistant-screen.tsx"), "AssistantScreen"),
});

export const risksRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "risks",
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(planQuery(project.id));
  },
  component: lazyRouteComponent(() => import("../risks/risks.page.tsx"), "RisksPage"),
});
