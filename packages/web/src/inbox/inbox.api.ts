import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import type { InboxSearch } from "./inbox-search.ts";

export type InboxItem = Shape<"InboxItem">;
export const inboxQuery = ({ pile, state = "open" }: InboxSearch) =>
  infiniteQueryOptions({
    queryKey: [...keys.inbox, "list", state, pile ?? "all"],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/inbox", {
          params: {
            query: {
              state,
              limit: 50,
              ...(pile ? { category: pile } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const gistQuery = (inboxItemId: string) =>
  queryOptions({
    queryKey: [...keys.inbox, "item", inboxItemId],
    queryFn: () => answer(api.GET("/api/v1/inbox/{inboxItemId}", { params: { path: { inboxItemId } } })),
  });
