import { createRouter } from "@tanstack/react-router";
import { queryClient } from "../lib/query-client.ts";
import { basePath } from "../lib/workspace.ts";
import { Waiting } from "../ui/waiting.tsx";
import { FailedPage } from "./failed.page.tsx";
import { MissingPage } from "./missing.page.tsx";
import { routeTree } from "./routes.ts";

export const router = createRouter({
  routeTree,
  basepath: basePath(),
  context: { queryClient },
  defaultPreload: "intent",
  // The queries decide how long an answer is good; the router asks them each time.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 0,
  // Waiting shows itself late; a page that is ready is never held back for it.
  defaultPendingMinMs: 0,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: MissingPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
