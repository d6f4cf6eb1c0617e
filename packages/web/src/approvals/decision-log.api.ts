import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, apiLink, type Shape } from "../lib/api.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { keys } from "../lib/query-keys.ts";
import { type DecisionSearch, filterOf } from "./decision-search.ts";

export type Logged = Shape<"LoggedDecision">;
export type LoggedAnswer = Shape<"LoggedAnswer">;

const at = (projectId: string) => ({ path: { projectId } });
const PER_PAGE = 50;

/** What was decided, as far as the address asks for it; newest first, and what waits before that. */
export const decisionLogQuery = (projectId: string, search: DecisionSearch) =>
  infiniteQueryOptions({
    queryKey: keys.project(projectId, "decisions", JSON.stringify(filterOf(search))),
    initialPageParam: "",
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/decisions", {
          params: {
            ...at(projectId),
            query: { ...filterOf(search), limit: PER_PAGE, ...(cursor === "" ? {} : { cursor }) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Wishes that nobody has put days and price to yet. */
export const waitingWishesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "decisions", "wishes"),
    queryFn: async () => {
      const query = { kind: "change", state: "open", limit: 200 } as const;
      const { items } = await answer(
        api.GET("/api/v1/projects/{projectId}/decisions", { params: { ...at(projectId), query } }),
      );
      return items.filter(({ isEstimated }) => !isEstimated);
    },
  });

/** The same list as a file. */
export function decisionsFile(projectId: string, search: DecisionSearch): string {
  const query = new URLSearchParams(filterOf(search)).toString();
  const link = apiLink(`/projects/${projectId}/decisions/file`);
  return query === "" ? link : `${link}${link.includes("?") ? "&" : "?"}${query}`;
}

export interface Taken {
  question: string;
  outcome: string;
  words: string;
  personId: string;
  milestoneId: string | null;
}

/** What was decided elsewhere, written down in the name of who decided. */
export async function recordTaken(client: QueryClient, projectId: string, body: Taken): Promise<void> {
  await answer(api.POST("/api/v1/projects/{projectId}/decisions", { params: at(projectId), body }));
  await refreshPlan(client, projectId);
}
