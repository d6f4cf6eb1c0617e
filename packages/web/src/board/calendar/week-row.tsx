import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Board, BoardCard } from "../../lib/board-query.ts";
import { longDay, monthText } from "../../lib/dates.ts";
import { useWorld } from "../board-context.ts";
import { useUiStore } from "../board-ui.ts";
import classes from "./calendar.module.css";
import { type Bar, barsOf } from "./calendar-bars.ts";
import { CalendarCard } from "./calendar-card.tsx";
import { factsOf, type ProjectDays } from "./calendar-query.ts";
import type { Scale } from "./calendar-search.ts";

/** So many cards below each other in a month; the week shows all. */
const MOST = 4;

export function Weekdays({ week }: { week: readonly string[] }) {
  const { format } = new Intl.DateTimeFormat(undefined, { weekday: "short", timeZone: "UTC" });
  return (
    <div className={classes.weekdays} aria-hidden>
      {week.map((day) => (
        <span key={day}>{format(new Date(`${day}T00:00:00Z`))}</span>
      ))}
    </div>
  );
}

interface WeekRowProps {
  board: Board;
  week: readonly string[];
  days: ProjectDays | undefined;
  scale: Scale;
  /** A day of the month that is shown: the others are paler. */
  on: string;
  cards: readonly BoardCard[];
  aimed: string | null | undefined;
  onWeek: (day: string) => void;
}

/** Seven days with the cards that lie on them. */
export function WeekRow({ board, week, days, scale, on, cards, aimed, onWeek }: WeekRowProps) {
  const bars = useMemo(() => barsOf(week, cards), [week, cards]);
  const most = scale === "week" ? Number.MAX_SAFE_INTEGER : MOST;
  const shown = bars.filter(({ line }) => line < most);
  const lines = Math.max(0, ...shown.map(({ line }) => line + 1));
  return (
    <section
      className={classes.week}
      aria-label={`Week of ${longDay(week[0] ?? on)}`}
      style={{ gridTemplateRows: `auto ${"auto ".repeat(lines)}1fr` }}
    >
      {week.map((day, at) => (
        <Day
          key={day}
          {...{ board, day, days, at }}
          pale={scale === "month" && day.slice(0, 7) !== on.slice(0, 7)}
          aimed={aimed === day}
          hidden={hiddenOn(bars, at, most)}
          onWeek={onWeek}
        />
      ))}
      {shown.map(({ card, from, to, line, before, after }) => (
        <div
          key={card.id}
          className={classes.bar}
          style={{ gridColumn: `${from + 1} / ${to + 2}`, gridRow: line + 2 }}
        >
          <CalendarCard card={card} before={before} after={after} />
        </div>
      ))}
    </section>
  );
}

function hiddenOn(bars: readonly Bar[], at: number, most: number): number {
  return bars.filter(({ from, to, line }) => line >= most && from <= at && at <= to).length;
}

interface DayProps {
  board: Board;
  day: string;
  days: ProjectDays | undefined;
  at: number;
  pale: boolean;
  aimed: boolean;
  /** Cards for which there is no room. */
  hidden: number;
  onWeek: (day: string) => void;
}

function Day({ board, day, days, at, pale, aimed, hidden, onWeek }: DayProps) {
  const { today, creates } = useWorld();
  const ui = useUiStore();
  const { free, away } = factsOf(days, day);
  const look = [classes.day, free === null ? "" : classes.free, aimed ? classes.aimed : ""];
  const column = at + 1;
  return (
    <>
      <div className={look.join(" ")} style={{ gridColumn: column }} data-day={day} />
      <div
        className={pale ? `${classes.dayHead} ${classes.pale}` : classes.dayHead}
        style={{ gridColumn: column }}
      >
        <time
          dateTime={day}
          title={longDay(day)}
          className={day === today ? classes.today : undefined}
          aria-current={day === today ? "date" : undefined}
        >
          {day.endsWith("-01") ? `${Number(day.slice(8))} ${monthText(day)}` : Number(day.slice(8))}
        </time>
        {free ? <span className={classes.note}>{free}</span> : null}
        {away.length > 0 ? (
          <span className={classes.note} title={`Away: ${away.join(", ")}`}>
            Away: {away.join(", ")}
          </span>
        ) : null}
        {creates ? (
          <button
            type="button"
            className={classes.plus}
            aria-label={`New card due ${longDay(day)}`}
            onClick={() => ui.set({ composer: { laneId: day, below: null } })}
          >
            <IconPlus size={16} aria-hidden />
          </button>
        ) : null}
        <Milestones board={board} day={day} />
      </div>
      {hidden > 0 ? (
        <button
          type="button"
          className={classes.rest}
          style={{ gridColumn: column }}
          onClick={() => onWeek(day)}
        >
          {hidden} more
        </button>
      ) : null}
    </>
  );
}

/** They open the milestone. Their dates move on the roadmap, where one sees what follows. */
export function Milestones({ board, day }: { board: Board; day: string }) {
  return board.milestones
    .filter(({ targetOn, state }) => targetOn === day && state !== "dropped")
    .map(({ id, number, title }) => (
      <Link
        key={id}
        to="/m/$ref"
        params={{ ref: `${board.project.key}-M${number}` }}
        className={classes.milestone}
        title={`${title}. Its date moves on the roadmap, where you see what follows from it.`}
      >
        ◆ {title}
      </Link>
    ));
}
