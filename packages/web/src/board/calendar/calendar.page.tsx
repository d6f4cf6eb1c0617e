import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { type Board, type BoardCard, boardQuery } from "../../lib/board-query.ts";
import { useWrites, withWrites } from "../../lib/card-writes.ts";
import { useProject } from "../../lib/current-project.ts";
import { todayIn } from "../../lib/dates.ts";
import { laterQuery } from "../../lib/later-cards.ts";
import { useOnline } from "../../lib/live.ts";
import { useMe } from "../../lib/session.ts";
import { useTitle } from "../../lib/title.ts";
import { useWeeks } from "../../lib/weeks.ts";
import classes from "../board.module.css";
import { WorldContext } from "../board-context.ts";
import { sieve } from "../board-filter.ts";
import { makeUi, UiContext } from "../board-ui.ts";
import { FilterBar } from "../filter-bar.tsx";
import { type Lane, lanesOf } from "../lanes.ts";
import { LATER } from "../list/list-lanes.ts";
import { MissedParts } from "../missed-parts.tsx";
import { ProjectViews } from "../project-views.tsx";
import type { CardParts } from "../quick-field.ts";
import { useWorldOf } from "../use-world.ts";
import { weeksAround } from "./calendar-days.ts";
import { CalendarNav } from "./calendar-nav.tsx";
import { projectDaysQuery } from "./calendar-query.ts";
import { type CalendarSearch, readCalendarSearch } from "./calendar-search.ts";
import { CalendarStage } from "./calendar-stage.tsx";

const NO_CARDS: Board["cards"] = [];

/** The cards of one project on their days, month by month or week by week. */
export function CalendarPage({ parts }: { parts: CardParts }) {
  const project = useProject();
  useTitle("Calendar", project.name);
  const board = useSuspenseQuery(boardQuery(project.id)).data;
  const laterRead = useQuery(laterQuery(project.id));
  const { data: later = NO_CARDS } = laterRead;
  const search = readCalendarSearch(useSearch({ from: "/p/$projectKey/calendar" }));
  const navigate = useNavigate({ from: "/p/$projectKey/calendar" });
  const [ui] = useState(makeUi);
  const patch = useCallback(
    (change: CalendarSearch, replace = true) =>
      void navigate({
        search: (before: CalendarSearch) => ({ ...before, ...change }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const { first } = useWeeks();
  const { on = todayIn(), scale = "month" } = search;
  const weeks = useMemo(() => weeksAround(on, scale, first), [on, scale, first]);
  const from = weeks[0]?.[0] ?? on;
  const to = weeks.at(-1)?.at(-1) ?? on;
  const daysRead = useQuery(projectDaysQuery(project.id, from, to));
  const lanes = useLanes(board, later, useDeferredValue(search));
  const latest = useRef(lanes);
  latest.current = lanes;
  const world = useWorldOf(board, {
    by: undefined,
    lanes: useCallback(() => [latest.current.dated, latest.current.undated], []),
    columnLanes: useCallback(() => latest.current.columns, []),
    open: useCallback((card: string) => patch({ card }, false), [patch]),
  });
  return (
    <UiContext value={ui}>
      <WorldContext value={world}>
        <div className={classes.screen}>
          <h1 className={classes.heading}>Calendar</h1>
          <FilterBar
            board={board}
            search={{ ...search, by: undefined }}
            onChange={({ by: _by, list: _list, ...change }) => patch(change)}
            view="calendar"
            grouping={<CalendarNav on={on} scale={scale} onChange={patch} />}
          />
          <ProjectViews place="calendar" search={search} read={readCalendarSearch} />
          <MissedParts
            parts={[
              { what: "The cards put off for later", ...laterRead },
              { what: "Holidays and who is away", ...daysRead },
            ]}
          />
          <CalendarStage
            board={board}
            days={daysRead.data}
            {...{ weeks, on, scale, search, parts }}
            dated={lanes.dated.cards}
            undated={lanes.undated.cards}
            online={useOnline()}
            onSearch={patch}
          />
        </div>
      </WorldContext>
    </UiContext>
  );
}

interface Lanes {
  dated: Lane;
  undated: Lane;
  columns: Lane[];
}

const laneOf = (id: string, name: string, cards: BoardCard[]): Lane => ({
  ...{ id, name, column: null, group: null },
  ...{ cards, total: cards.length },
});

/** The cards by their days, those without one, and all by column for moves. */
function useLanes(board: Board, later: Board["cards"], search: CalendarSearch): Lanes {
  const pending = useWrites();
  const me = useMe().person.id;
  return useMemo(() => {
    const passes = sieve({ ...search, by: undefined }, board, { me, today: todayIn() });
    const cards = withWrites([...board.cards, ...later], pending);
    const shown = passes ? cards.filter(passes) : cards;
    const dated = shown
      .filter(({ dueOn }) => dueOn !== null)
      .sort((one, other) =>
        (one.dueOn ?? "") < (other.dueOn ?? "") ? -1 : Number(one.dueOn !== other.dueOn),
      );
    const undated = shown.filter(({ dueOn, doneAt }) => dueOn === null && doneAt === null);
    const off = cards.filter(({ columnId }) => columnId === null);
    return {
      dated: laneOf("dated", "Calendar", dated),
      undated: laneOf("undated", "Without date", undated),
      columns: [...lanesOf(board.columns, cards, passes), laneOf(LATER, "Later", off)],
    };
  }, [board, later, search, pending, me]);
}
