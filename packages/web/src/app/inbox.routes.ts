import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readInboxSearch } from "../inbox/inbox-search.ts";
import { rootRoute } from "./root.routes.ts";

export const inboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/inbox",
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import("../inbox/inbox.page.tsx"), "InboxPage"),
});
