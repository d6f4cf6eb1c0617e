import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type InboxItem = Shape<"InboxItem">;
export type Pile = "decisions" | "mentions" | "assigned" | "reviews";
export type InboxState = "open" | "snoozed" | "done";

export interface InboxSearch {
  pile?: Pile;
  state?: InboxState;
  item?: string;
}

const PILES: readonly string[] = ["decisions", "mentions", "assigned", "reviews"] satisfies Pile[];
const isPile = (value: unknown): value is Pile => typeof value === "string" && PILES.includes(value);

export function readInboxSearch({ pile, state, item }: Record<string, unknown>): InboxSearch {
  return {
    ...(isPile(pile) ? { pile } : {}),
    ...(state === "done" || state === "snoozed" ? { state } : {}),
    ...(typeof item === "string" ? { item } : {}),
  };
}

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
