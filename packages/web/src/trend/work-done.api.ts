import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type WorkDone = Shape<"WorkDone">;
export type Measured = NonNullable<WorkDone["measured"]>;

interface WorkDoneWish {
  /** The number of a version; without one the plan's own baseline. */
  base?: number | undefined;
  by?: "price" | undefined;
}

/** How much of what was planned is done; while another version is read, the last answer stays. */
export const workDoneQuery = (projectId: string, { base, by }: WorkDoneWish) =>
  queryOptions({
    queryKey: keys.project(projectId, "work-done", String(base ?? ""), by ?? ""),
    queryFn: () =>
      answer(
        api.GET("/api/v1/projects/{projectId}/work-done", {
          params: {
            path: { projectId },
            query: { ...(base === undefined ? {} : { base }), ...(by === undefined ? {} : { by }) },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
