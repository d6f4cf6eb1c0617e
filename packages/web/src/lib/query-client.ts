import { QueryClient } from "@tanstack/react-query";
import { isPassing } from "./problem.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Live updates say when something is stale; a refetch on focus catches what was missed asleep.
      staleTime: 60_000,
      retry: (failures, error) => isPassing(error) && failures < 2,
    },
  },
});
