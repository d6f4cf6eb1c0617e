import { IconPlus } from "@tabler/icons-react";
import type { Board, BoardCard } from "../../lib/board-query.ts";
import { dayText, longDay } from "../../lib/dates.ts";
import { useWorld } from "../board-context.ts";
import { useUiStore } from "../board-ui.ts";
import classes from "./calendar.module.css";
import { CalendarCard } from "./calendar-card.tsx";
import { factsOf, type ProjectDays } from "./calendar-query.ts";
import { Milestones } from "./week-row.tsx";

interface AgendaProps {
  board: Board;
  weeks: readonly (readonly string[])[];
  days: ProjectDays | undefined;
  on: string;
  dated: readonly BoardCard[];
}

/** On a phone: the days of the month on which something is, below each other. */
export function Agenda({ board, weeks, days, on, dated }: AgendaProps) {
  const { today, creates } = useWorld();
  const ui = useUiStore();
  const all = weeks.flat();
  const shown = all.length > 7 ? all.filter((day) => day.slice(0, 7) === on.slice(0, 7)) : all;
  const dueOn = Map.groupBy(dated, (card) => card.dueOn ?? "");
  const filled = shown.filter(
    (day) => day === today || dueOn.has(day) || board.milestones.some(({ targetOn }) => targetOn === day),
  );
  return (
    <div className={classes.agenda}>
      {filled.length === 0 ? (
        <p className={classes.nothing}>
          Nothing is due in these days. Cards stand here on the day they are due.
        </p>
      ) : null}
      {filled.map((day) => {
        const { free, away } = factsOf(days, day);
        const cards = dueOn.get(day) ?? [];
        return (
          <section key={day} aria-label={longDay(day)} className={classes.agendaDay}>
            <div className={classes.agendaHead}>
              <h2 className={day === today ? classes.agendaToday : undefined}>
                {day === today ? `Today, ${dayText(day)}` : dayText(day)}
              </h2>
              {free ? <span className={classes.note}>{free}</span> : null}
              {away.length > 0 ? <span className={classes.note}>Away: {away.join(", ")}</span> : null}
              {creates ? (
                <button
                  type="button"
                  className={classes.plus}
                  aria-label={`New card due ${longDay(day)}`}
                  onClick={() => ui.set({ composer: { laneId: day, below: null } })}
                >
                  <IconPlus size={18} aria-hidden />
                </button>
              ) : null}
            </div>
            <Milestones board={board} day={day} />
            {cards.map((card) => (
              <CalendarCard key={card.id} card={card} />
            ))}
            {day === today && cards.length === 0 ? <p className={classes.nothing}>Nothing due.</p> : null}
          </section>
        );
      })}
    </div>
  );
}
