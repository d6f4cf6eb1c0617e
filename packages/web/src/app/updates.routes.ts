import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { projectRoute } from "./project.routes.ts";

export const messageRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "updates/$messageId",
  component: lazyRouteComponent(() => import("./message-screen.tsx"), "MessageScreen"),
});

export const updatesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "updates",
  component: lazyRouteComponent(() => import("./updates-screen.tsx"), "UpdatesScreen"),
});

export const newMessageRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "updates/new",
  component: lazyRouteComponent(() => import("./new-message-screen.tsx"), "NewMessageScreen"),
});
