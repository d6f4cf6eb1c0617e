import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, configure, render } from "@testing-library/react";
import type { ComponentType } from "react";
import { afterEach } from "vitest";
import { CurrentProject, type Project, projectsQuery } from "../lib/current-project.ts";
import { type Me, meQuery } from "../lib/session.ts";
import { ToastOutlet } from "../lib/toast-outlet.tsx";
import { theme } from "../ui/theme.ts";
import { acme, amara } from "./people.ts";

// The first page of a file also pays for loading all that it shows; a busy machine needs more than a second for that.
configure({ asyncUtilTimeout: 5_000 });

interface Where {
  /** Address and route pattern, e.g. "/p/acme/board?who=me" and "/p/$projectKey/board". */
  at?: string;
  path?: string;
  me?: Me;
  project?: Project;
}

/** Renders one page as a signed-in person at an address; links to other places lead to an empty page. */
export function renderPage(
  Component: ComponentType,
  { at = "/", path = "/", me = amara, project = acme }: Where = {},
) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(meQuery.queryKey, me);
  client.setQueryData(projectsQuery.queryKey, [project]);
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path,
    component: () => <Framed Component={Component} project={project} />,
  });
  const elsewhere = createRoute({ getParentRoute: () => root, path: "$", component: () => null });
  const history = createMemoryHistory({ initialEntries: [at] });
  const router = createRouter({ routeTree: root.addChildren([page, elsewhere]), history });
  const shown = render(
    <MantineProvider theme={theme} env="test">
      <ToastOutlet />
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...shown, client, router };
}

function Framed({ Component, project }: { Component: ComponentType; project: Project }) {
  return (
    <CurrentProject value={project}>
      <Component />
    </CurrentProject>
  );
}

afterEach(cleanup);
