import { useMemo, useRef } from "react";
import type { Board } from "../lib/board-query.ts";
import { useCovers } from "../lib/covers.ts";
import { useManages, useProject } from "../lib/current-project.ts";
import { todayIn } from "../lib/dates.ts";
import { useIsGuest, useMe } from "../lib/session.ts";
import { sameSet, waitingCards } from "../lib/waiting.ts";
import type { BoardWorld } from "./board-context.ts";

/** The world of a view of the board's cards; `lanes`, `columnLanes` and `open` stay the same functions. */
export function useWorldOf(
  board: Board,
  { by, rows, lanes, columnLanes, open }: Pick<BoardWorld, "by" | "rows" | "lanes" | "columnLanes" | "open">,
): BoardWorld {
  const { id, key } = useProject();
  const me = useMe().person.id;
  const creates = !useIsGuest();
  const manages = useManages();
  const waiting = useWaiting(board);
  const covers = useCovers();
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
      waiting,
      covers,
      columns,
      creates,
      manages,
      by,
      rows,
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
      waiting,
      covers,
      columns,
      creates,
      manages,
      by,
      rows,
      lanes,
      columnLanes,
      open,
    ],
  );
}

/** The same set as long as the same cards wait, for every tile reads it. */
function useWaiting({ waits, cards, milestones }: Board): ReadonlySet<string> {
  const before = useRef<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const now = waitingCards({ waits, cards, milestones });
    if (!sameSet(before.current, now)) before.current = now;
    return before.current;
  }, [waits, cards, milestones]);
}

function byId<T extends { id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((each) => [each.id, each]));
}
