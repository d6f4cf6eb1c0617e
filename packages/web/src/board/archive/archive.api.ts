import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { answer, api } from "../../lib/api.ts";
import type { Board } from "../../lib/board-query.ts";
import { keys } from "../../lib/query-keys.ts";
import type { ArchiveSearch } from "./archive-search.ts";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Last archived first, page by page. */
export function archiveQuery(board: Board, me: string, search: ArchiveSearch) {
  const projectId = board.project.id;
  const wanted = filterOf(board, me, search);
  return infiniteQueryOptions({
    queryKey: keys.project(projectId, "cards", "archived", JSON.stringify(wanted)),
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const query = { place: "archived" as const, ...wanted, ...(pageParam ? { cursor: pageParam } : {}) };
      return answer(
        api.GET("/api/v1/projects/{projectId}/cards", { params: { path: { projectId }, query } }),
      );
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** A milestone that is not there any more has no cards either. */
function filterOf(board: Board, me: string, { q, who, label, milestone, column, state }: ArchiveSearch) {
  const served = board.milestones.find(({ number }) => String(number) === milestone)?.id ?? NOBODY;
  return {
    ...(q ? { q } : {}),
    ...(who ? { personId: who === "me" ? me : who } : {}),
    ...(label ? { labelId: label } : {}),
    ...(milestone ? { milestoneId: served } : {}),
    ...(column ? { columnId: column } : {}),
    ...(state ? { state } : {}),
  };
}
