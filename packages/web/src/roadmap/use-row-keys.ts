import { type KeyboardEvent, useCallback, useMemo } from "react";
import type { DateTrial } from "../lib/date-effect.ts";
import { useKeys } from "../lib/keyboard.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { nudged } from "./road-drag.ts";
import type { ChangeRoad } from "./roadmap.page.tsx";
import type { DateMove } from "./use-date-move.ts";

interface RowKeys {
  trial: DateTrial;
  rows: readonly Milestone[];
  at: string | undefined;
  mayPlan: boolean;
  move: DateMove;
  change: ChangeRoad;
}

/** Arrows select, Shift and arrows try another day, Enter releases or opens, Escape leaves it. */
export function useRowKeys({ trial, rows, at, mayPlan, move, change }: RowKeys) {
  const index = rows.findIndex(({ number }) => `M${number}` === at);
  const current = rows[index];
  const select = useCallback(
    (id: string) => {
      const number = rows.find((row) => row.id === id)?.number;
      if (number !== undefined && `M${number}` !== at) change({ at: `M${number}` });
    },
    [rows, at, change],
  );
  const step = useCallback(
    (by: number) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, index + by))];
      if (!next) return;
      move.cancel();
      select(next.id);
      focusRow(next.id);
    },
    [rows, index, select, move],
  );
  const nudge = useCallback(
    (days: number) => {
      if (!current || !mayPlan || !isOpen(current)) return;
      const pending = move.pending?.milestoneId === current.id ? move.pending.dates : {};
      const dates = nudged(trial, { ...current, ...pending }, days);
      if (dates) move.tryOut(current.id, dates, "keys");
    },
    [current, mayPlan, move, trial],
  );
  const keys = useMemo(
    () => [
      { keys: "arrowdown", label: "Next milestone", run: () => step(1) },
      { keys: "j", label: "Next milestone", run: () => step(1) },
      { keys: "arrowup", label: "Previous milestone", run: () => step(-1) },
      { keys: "k", label: "Previous milestone", run: () => step(-1) },
      ...(current
        ? [
            { keys: "shift+arrowright", label: "A working day later", run: () => nudge(1) },
            { keys: "shift+arrowleft", label: "A working day earlier", run: () => nudge(-1) },
            ...(mayPlan && isOpen(current)
              ? [{ keys: "d", label: "Move the date", run: () => askForDates(current) }]
              : []),
            { keys: ".", label: "More actions", run: () => openMenu(current.id) },
          ]
        : []),
      ...(move.pending ? [{ keys: "esc", label: "Leave the date as it was", run: move.cancel }] : []),
    ],
    [step, nudge, current, mayPlan, move],
  );
  useKeys("Milestones", keys);

  /** Enter opens the milestone as links do, unless a date is being tried out: then it releases that. */
  const onKeyDown = (event: KeyboardEvent) => {
    const onTitle = event.target instanceof HTMLElement && event.target.dataset.milestone !== undefined;
    if (event.key !== "Enter" || !onTitle || move.pending?.by !== "keys") return;
    event.preventDefault();
    move.apply();
  };
  return { selected: current?.id, select, onKeyDown };
}

function focusRow(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-milestone="${id}"]`)?.focus({ preventScroll: true }),
  );
}

function askForDates({ projectId, id }: Milestone): void {
  openMilestoneDialog({ kind: "dates", projectId, milestoneId: id });
}

function openMenu(id: string): void {
  document.querySelector<HTMLElement>(`[data-menu="${id}"]`)?.click();
}
