import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readMailSearch } from "../mail/mail-search.ts";
import { rootRoute } from "./root.routes.ts";

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings-frame.tsx"), "SettingsFrame"),
});

const settingsHome = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/people" });
  },
});

const peopleRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/people",
  component: lazyRouteComponent(() => import("../people/members.page.tsx"), "MembersPage"),
});

const clientsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/clients",
  component: lazyRouteComponent(() => import("../clients/clients.page.tsx"), "ClientsPage"),
});

const timeRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/time",
  validateSearch: (search: Record<string, unknown>): { person?: string } =>
    typeof search.person === "string" ? { person: search.person } : {},
  component: lazyRouteComponent(() => import("../people/availability.page.tsx"), "AvailabilityPage"),
});

const workspaceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/workspace",
  component: lazyRouteComponent(() => import("../people/workspace.page.tsx"), "WorkspacePage"),
});

const brandRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/brand",
  component: lazyRouteComponent(() => import("../brand/brand.page.tsx"), "BrandPage"),
});

const youRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/you",
  component: lazyRouteComponent(() => import("./you-screen.tsx"), "YouScreen"),
});

const securityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/security",
  component: lazyRouteComponent(() => import("../people/security.page.tsx"), "SecurityPage"),
});

const mailRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/mail",
  validateSearch: readMailSearch,
  component: lazyRouteComponent(() => import("../mail/outbox.page.tsx"), "OutboxPage"),
});

const trashRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/trash",
  component: lazyRouteComponent(() => import("../trash/trash.page.tsx"), "TrashPage"),
});

const proceduresRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/procedures",
  component: lazyRouteComponent(() => import("../procedures/procedures.page.tsx"), "ProceduresPage"),
});

export const settingsRoutes = settingsRoute.addChildren([
  settingsHome,
  peopleRoute,
  clientsRoute,
  timeRoute,
  workspaceRoute,
  brandRoute,
  proceduresRoute,
  youRoute,
  securityRoute,
  mailRoute,
  trashRoute,
]);
