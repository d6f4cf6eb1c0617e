import { useMemo } from "react";
import type { Board } from "../lib/board-query.ts";
import { useManages, useProject } from "../lib/current-project.ts";
import { todayIn } from "../lib/dates.ts";
import { useIsGuest, useMe } from "../lib/session.ts";
import type { BoardWorld } from "./board-context.ts";

/** The world of a view of the board's cards; `lanes`, `columnLanes` and `open` stay the same functions. */
export function useWorldOf(
  board: Board,
  { by, lanes, columnLanes, open }: Pick<BoardWorld, "by" | "lanes" | "columnLanes" | "open">,
): BoardWorld {
  const { id, key } = useProject();
  const me = useMe().person.id;
  const creates = !useIsGuest();
  const manages = useManages();
  const { people, labels, milestones, columns, fields } = board;
  return useMemo<BoardWorld>(
    () => ({
      projectId: id,
      projectKey: key,
      me,
      today: todayIn(),
      people: byId(people),
      labels: byId(labels),
      milestones: byId(milestones),
      fields: byId(fields),
      columns,
      creates,
      manages,
      by,
      lanes,
      columnLanes,
      open,
    }),
    [
      id,
      key,
      me,
      people,
      labels,
      milestones,
      fields,
      columns,
      creates,
      manages,
      by,
      lanes,
      columnLanes,
      open,
    ],
  );
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((each) => [each.id, each]));
}
