import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readArchiveSearch } from "../board/archive/archive-search.ts";
import { readBoardSearch } from "../board/board-filter.ts";
import { readCalendarSearch } from "../board/calendar/calendar-search.ts";
import { readListSearch } from "../board/list/list-search.ts";
import { boardQuery } from "../lib/board-query.ts";
import { projectByKey } from "../lib/current-project.ts";
import { projectRoute } from "./project.routes.ts";
import { rootRoute } from "./root.routes.ts";

export const boardRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/board",
  validateSearch: readBoardSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(boardQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./board-screen.tsx"), "BoardScreen"),
});

export const listRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/list",
  validateSearch: readListSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(boardQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./list-screen.tsx"), "ListScreen"),
});

export const calendarRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/calendar",
  validateSearch: readCalendarSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(boardQuery(project.id));
  },
  component: lazyRouteComponent(() => import("./calendar-screen.tsx"), "CalendarScreen"),
});

export const archiveRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: "/archive",
  validateSearch: readArchiveSearch,
  loader: async ({ context: { queryClient }, parentMatchPromise }) => {
    const project = (await parentMatchPromise).loaderData;
    if (project) await queryClient.ensureQueryData(boardQuery(project.id));
  },
  component: lazyRouteComponent(() => import("../board/archive/archive.page.tsx"), "ArchivePage"),
});

export const cardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/c/$ref",
  loader: async ({ context: { queryClient }, params }) => {
    const project = await projectByKey(queryClient, params.ref.slice(0, params.ref.lastIndexOf("-")));
    await queryClient.ensureQueryData(boardQuery(project.id));
    return project;
  },
  component: lazyRouteComponent(() => import("./card.page.tsx"), "CardPage"),
});
