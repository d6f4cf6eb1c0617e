import { Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { type Board, boardQuery } from "../lib/board-query.ts";
import { useWrites, withWrites } from "../lib/card-writes.ts";
import { useProject } from "../lib/current-project.ts";
import { todayIn } from "../lib/dates.ts";
import { useOnline } from "../lib/live.ts";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import classes from "./board.module.css";
import { BoardCanvas } from "./board-canvas.tsx";
import { WorldContext } from "./board-context.ts";
import { type BoardSearch, readBoardSearch, sieve } from "./board-filter.ts";
import { makeUi, UiContext } from "./board-ui.ts";
import { SideList } from "./dialogs.ts";
import { FilterBar } from "./filter-bar.tsx";
import { useFolded } from "./folded.ts";
import { groupedLanes } from "./groups.ts";
import { keepSame, type Lane, lanesOf } from "./lanes.ts";
import { ProjectViews } from "./project-views.tsx";
import type { CardParts } from "./quick-field.ts";
import { type Row, renewRows } from "./rows.ts";

import { useWorldOf } from "./use-world.ts";

/** What moves towards the next milestone: the columns of one project. */
export function BoardPage({ parts }: { parts: CardParts }) {
  const project = useProject();
  const me = useMe();
  useTitle("Board", project.name);
  const board = useSuspenseQuery(boardQuery(project.id)).data;
  const search = useSearch({ from: "/p/$projectKey/board" });
  const navigate = useNavigate({ from: "/p/$projectKey/board" });
  const [ui] = useState(makeUi);
  const online = useOnline();
  const patch = useCallback(
    (change: BoardSearch, replace = true) =>
      void navigate({
        search: (before: BoardSearch) => ({ ...before, ...change }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const lanes = useLanes(board, useDeferredValue(search), me.person.id);
  const latest = useRef(lanes);
  latest.current = lanes;
  const world = useWorldOf(board, {
    by: search.by,
    rows: search.rows,
    lanes: useCallback(() => latest.current.shown, []),
    columnLanes: useCallback(() => latest.current.columns, []),
    open: useCallback((card: string) => patch({ card }, false), [patch]),
  });
  return (
    <UiContext value={ui}>
      <WorldContext value={world}>
        <div className={classes.screen}>
          <h1 className={classes.heading}>Board</h1>
          <FilterBar board={board} search={search} onChange={patch} view="board" />
          <ProjectViews place="board" search={search} read={readBoardSearch} />
          {world.creates || board.cards.length > 0 ? null : (
            <Text c="dimmed">Cards that you are on appear here.</Text>
          )}
          <div className={classes.stage}>
            <BoardCanvas
              board={board}
              lanes={lanes.shown}
              rows={lanes.rows}
              search={search}
              online={online}
              onSearch={patch}
              parts={parts}
            />
            {search.list ? <SideList onClose={() => patch({ list: undefined })} /> : null}
          </div>
        </div>
      </WorldContext>
    </UiContext>
  );
}

interface Lanes {
  shown: Lane[];
  columns: Lane[];
  /** Where groups are rows; `shown` are their cells then. */
  rows: Row[] | null;
}

function useLanes(board: Board, search: BoardSearch, me: string): Lanes {
  const pending = useWrites();
  const folded = useFolded(board.project.id);
  const before = useRef<Lanes>({ shown: [], columns: [], rows: null });
  return useMemo(() => {
    const passes = sieve(search, board, { me, today: todayIn() });
    const cards = withWrites(board.cards, pending);
    const columns = keepSame(lanesOf(board.columns, cards, passes), before.current.columns);
    const { by, rows: byRows } = search;
    const grouping = by ?? byRows;
    const lanes = grouping ? groupedLanes(grouping, board, cards, passes) : columns;
    const groups = lanes.map((lane) => (folded.has(lane.id) ? { ...lane, folded: true } : lane));
    const rows = byRows ? renewRows(groups, board.columns, before.current.rows ?? []) : null;
    const shown = keepSame(rows?.flatMap(({ cells }) => cells) ?? groups, before.current.shown);
    before.current = { shown, columns, rows };
    return before.current;
  }, [board, search, me, pending, folded]);
}
