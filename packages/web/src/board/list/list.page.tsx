import { Button } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { type Board, boardQuery } from "../../lib/board-query.ts";
import { useWrites, withWrites } from "../../lib/card-writes.ts";
import { useProject } from "../../lib/current-project.ts";
import { todayIn } from "../../lib/dates.ts";
import { cardValuesQuery } from "../../lib/field-values.ts";
import { laterQuery } from "../../lib/later-cards.ts";
import { useOnline } from "../../lib/live.ts";
import { useIsGuest, useMe } from "../../lib/session.ts";
import { useTitle } from "../../lib/title.ts";
import { useWeeks } from "../../lib/weeks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import classes from "../board.module.css";
import { WorldContext } from "../board-context.ts";
import { type BoardSearch, isFiltered, sieve } from "../board-filter.ts";
import { makeUi, UiContext } from "../board-ui.ts";
import { FilterBar } from "../filter-bar.tsx";
import { keepSame, type Lane, lanesOf } from "../lanes.ts";
import { MissedParts } from "../missed-parts.tsx";
import { ProjectViews } from "../project-views.tsx";
import type { ListParts } from "../quick-field.ts";
import { useWorldOf } from "../use-world.ts";
import { columnsOf, shownColumns } from "./list-columns.ts";
import { ListGrid } from "./list-grid.tsx";
import { LATER, listLanes } from "./list-lanes.ts";
import { ListMenus } from "./list-menus.tsx";
import { type ListSearch, readListSearch, readSort, withoutListFilters } from "./list-search.ts";
import { type CardValues, cardOrder } from "./list-sort.ts";

const NO_CARDS: Board["cards"] = [];
const NO_VALUES: CardValues = {};

/** The cards of one project below each other: the board's, and those put off. */
export function ListPage({ parts }: { parts: ListParts }) {
  const project = useProject();
  useTitle("List", project.name);
  const board = useSuspenseQuery(boardQuery(project.id)).data;
  const laterRead = useQuery(laterQuery(project.id));
  const valuesRead = useQuery({ ...cardValuesQuery(project.id), enabled: board.fields.length > 0 });
  const { data: later = NO_CARDS } = laterRead;
  const { data: values = NO_VALUES } = valuesRead;
  const search = readListSearch(useSearch({ from: "/p/$projectKey/list" }));
  const navigate = useNavigate({ from: "/p/$projectKey/list" });
  const [ui] = useState(makeUi);
  const patch = useCallback(
    (change: ListSearch, replace = true) =>
      void navigate({
        search: (before: ListSearch) => ({ ...before, ...change }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const lanes = useLanes(board, { later, values, search: useDeferredValue(search) });
  const latest = useRef(lanes);
  latest.current = lanes;
  const world = useWorldOf(board, {
    by: undefined,
    lanes: useCallback(() => latest.current.shown, []),
    columnLanes: useCallback(() => latest.current.columns, []),
    open: useCallback((card: string) => patch({ card }, false), [patch]),
  });
  const all = useMemo(() => columnsOf(board), [board]);
  const columns = useMemo(() => shownColumns(all, search.cols), [all, search.cols]);
  const filters: BoardSearch = { ...search, by: undefined };
  return (
    <UiContext value={ui}>
      <WorldContext value={world}>
        <div className={classes.screen}>
          <h1 className={classes.heading}>List</h1>
          <FilterBar
            board={board}
            search={filters}
            onChange={(change) => patch(change as ListSearch)}
            view="list"
            grouping={<ListMenus all={all} search={search} onChange={patch} />}
          />
          <ProjectViews place="list" search={search} read={readListSearch} />
          <MissedParts
            parts={[
              { what: "The cards put off for later", ...laterRead },
              { what: "The project's own fields", ...valuesRead },
            ]}
          />
          {laterRead.isPending ? null : (
            <Nothing board={board} later={later} search={search} lanes={lanes.shown} onChange={patch} />
          )}
          <ListGrid
            board={board}
            lanes={lanes.shown}
            columns={columns}
            values={values}
            search={search}
            online={useOnline()}
            onSearch={patch}
            parts={parts}
          />
        </div>
      </WorldContext>
    </UiContext>
  );
}

interface NothingProps {
  board: Board;
  later: Board["cards"];
  search: ListSearch;
  lanes: readonly Lane[];
  onChange: (change: ListSearch) => void;
}

/** What belongs here, or why nothing of it is to be seen. */
function Nothing({ board, later, search, lanes, onChange }: NothingProps) {
  const isGuest = useIsGuest();
  const shown = lanes.some(({ cards }) => cards.length > 0);
  if (shown) return null;
  if (board.cards.length + later.length === 0)
    return (
      <EmptyState title="No cards yet">
        {isGuest
          ? "Cards that you are on appear here."
          : "Every piece of work is a line here, such as “Write the copy @jo ~4h fri”. Begin with the line below."}
      </EmptyState>
    );
  if (!isFiltered({ ...search, by: undefined }))
    return (
      <EmptyState
        title="Everything is done"
        action={<Button onClick={() => onChange({ done: true })}>Show what is done</Button>}
      >
        Done cards are hidden here. New ones begin with the line below.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No card fits"
      action={<Button onClick={() => onChange(withoutListFilters(search))}>Show all</Button>}
    >
      {search.done ? "Nothing is left of all the cards." : "Done cards are hidden too, unless you show them."}
    </EmptyState>
  );
}

interface Lanes {
  shown: Lane[];
  columns: Lane[];
}

interface Wish {
  later: Board["cards"];
  values: CardValues;
  search: ListSearch;
}

function useLanes(board: Board, { later, values, search }: Wish): Lanes {
  const pending = useWrites();
  const me = useMe().person.id;
  const { weekOf } = useWeeks();
  const before = useRef<Lanes>({ shown: [], columns: [] });
  return useMemo(() => {
    const passes = sieve({ ...search, by: undefined }, board, { me, today: todayIn() });
    const cards = withWrites([...board.cards, ...later], pending);
    const sort = readSort(search.sort);
    const order = sort ? cardOrder(sort, board, values) : null;
    const { by = "status", done = false } = search;
    const shown = listLanes(board, cards, { by, done, passes, order, weekOf });
    const off = cards.filter(({ columnId }) => columnId === null);
    const put: Lane = {
      ...{ id: LATER, name: "Later", column: null, group: null },
      cards: off,
      total: off.length,
    };
    const columns = [...lanesOf(board.columns, cards, passes), put];
    before.current = {
      shown: keepSame(shown, before.current.shown),
      columns: keepSame(columns, before.current.columns),
    };
    return before.current;
  }, [board, later, values, search, pending, me, weekOf]);
}
