import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { kindsOf } from "./search-kinds.ts";
import type { SearchSearch } from "./search-search.ts";

export type SearchHit = Shape<"SearchHit">;
export type MarkedText = Shape<"MarkedText">;

const FRESH_MS = 5_000;
const FEW = 12;
const PAGE = 30;

/** What a typed text finds; the answer before stays until the next one is there. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: [...keys.search, "found", q],
    queryFn: async ({ signal }) =>
      (await answer(api.GET("/api/v1/search", { params: { query: { q, limit: FEW } }, signal }))).items,
    enabled: q !== "",
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });

/** A card or milestone by what people call it, as it is now. */
export const thingQuery = (ref: string) =>
  queryOptions({
    queryKey: [...keys.search, "thing", ref],
    queryFn: async ({ signal }) => {
      const query = { q: ref, limit: 1, archived: "true" as const };
      const { items } = await answer(api.GET("/api/v1/search", { params: { query }, signal }));
      return items.find((hit) => hit.ref === ref) ?? null;
    },
  });

export const resultsQuery = (search: SearchSearch) => {
  const { q = "", kind, project, archived } = search;
  const query = {
    q,
    limit: PAGE,
    ...(kind ? { kinds: kindsOf(kind).join(",") } : {}),
    ...(project ? { projectId: project } : {}),
    ...(archived ? { archived: "true" as const } : {}),
  };
  return infiniteQueryOptions({
    queryKey: [...keys.search, "results", query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/search", {
          params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: q !== "",
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
};
