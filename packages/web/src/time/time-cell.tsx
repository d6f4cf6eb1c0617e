import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { longDay } from "../lib/dates.ts";
import { minutesOf, workedText } from "../lib/minutes.ts";
import { sayProblem } from "../lib/undo.tsx";
import type { TimeEntry } from "./time.api.ts";
import classes from "./time.module.css";
import { fillCell } from "./time-acts.ts";
import { sumOf } from "./time-rows.ts";

interface TimeCellProps {
  card: { id: string; ref: string; title: string } | null;
  onDate: string;
  entries: readonly TimeEntry[];
  editable: boolean;
}

const textOf = (minutes: number) => (minutes > 0 ? workedText(minutes) : "");

/** One day of one card: typed as people say it, kept with Enter or on leaving, Escape puts it back. */
export function TimeCell({ card, onDate, entries, editable }: TimeCellProps) {
  const client = useQueryClient();
  const minutes = sumOf(entries);
  const [typed, setTyped] = useState<string | null>(null);
  const [odd, setOdd] = useState(false);
  const busy = useRef(false);
  if (!editable || !card) return <span className={classes.said}>{textOf(minutes) || "–"}</span>;
  const save = async () => {
    if (typed === null || busy.current) return;
    const next = /^0*$/.test(typed.trim()) ? 0 : minutesOf(typed);
    setOdd(next === null);
    if (next === null) return;
    busy.current = true;
    try {
      await fillCell(client, { cardId: card.id, onDate, entries }, next);
      setTyped(null);
    } catch (error) {
      sayProblem(error);
    } finally {
      busy.current = false;
    }
  };
  return (
    <input
      className={classes.cell}
      aria-label={`${card.ref} ${card.title}, ${longDay(onDate)}`}
      aria-invalid={odd || undefined}
      title={odd ? "Write 1h 30, 90m, 1.5h or 0:45" : notesOf(entries)}
      autoComplete="off"
      value={typed ?? textOf(minutes)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          setTyped(null);
          setOdd(false);
        }
        walk(event);
      }}
    />
  );
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/** Up and down the column; leaving a cell keeps it. On the last one Enter keeps it as well. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const day = event.currentTarget.closest("[data-day]")?.getAttribute("data-day");
  const column = [...document.querySelectorAll<HTMLInputElement>(`[data-day="${day}"] input`)];
  const next = column[column.indexOf(event.currentTarget) + step];
  if (!next) event.currentTarget.blur();
  (next ?? event.currentTarget).focus();
}

function notesOf(entries: readonly TimeEntry[]): string | undefined {
  return (
    entries
      .map(({ note }) => note)
      .filter(Boolean)
      .join(" · ") || undefined
  );
}
