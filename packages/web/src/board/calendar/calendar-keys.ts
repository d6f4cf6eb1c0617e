import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { BoardCard } from "../../lib/board-query.ts";
import { addDays, todayIn } from "../../lib/dates.ts";
import { type Key, useKeys } from "../../lib/keyboard.ts";
import { sayProblem } from "../../lib/undo.tsx";
import { useWorld } from "../board-context.ts";
import { changing, followFocus, looking, withCard } from "../board-keys.ts";
import { type BoardMoves, OFFLINE } from "../board-moves.ts";
import { focusCard, type UiStore, useUiStore } from "../board-ui.ts";
import { findCard } from "../lanes.ts";
import type { QuickField } from "../quick-field.ts";
import { moveToDay } from "./calendar-acts.ts";
import { stepped, WEEK } from "./calendar-days.ts";
import type { CalendarSearch, Scale } from "./calendar-search.ts";

interface CalendarDoing {
  dated: readonly BoardCard[];
  on: string;
  scale: Scale;
  moves: BoardMoves;
  online: boolean;
  search: CalendarSearch;
  onSearch: (change: CalendarSearch, replace?: boolean) => void;
  onField: (cardId: string, field: QuickField) => void;
  onMoveTo: (cardId: string) => void;
  onPeek: (cardId: string) => void;
  /** Asks for the day to which a card is to go. */
  onAsk: (cardId: string) => void;
}

/** The calendar by keyboard: arrows lead from card to card, with Shift they take it along. */
export function useCalendarKeys(doing: CalendarDoing): void {
  const ui = useUiStore();
  const world = useWorld();
  const client = useQueryClient();
  const { dated, on, scale, moves, online, search, onSearch, onField, onMoveTo, onPeek, onAsk } = doing;
  const { who } = search;
  const keys = useMemo(() => {
    const at = { ui, world, client };
    const go = (step: 1 | -1) => () => onSearch({ on: stepped(on, scale, step) });
    const shift = (days: number) =>
      withCard(at, (cardId) => {
        const card = findCard(world.lanes(), cardId)?.card;
        if (!card) return;
        if (!online) return sayProblem(OFFLINE);
        const day = card.dueOn ? addDays(card.dueOn, days) : world.today;
        onSearch({ on: day });
        void moveToDay(client, world.projectId, card, day);
        requestAnimationFrame(() => requestAnimationFrame(() => focusCard(cardId)));
      });
    const board = {
      ...{ moves, onField, onMoveTo, onPeek },
      onMine: () => onSearch(who === "me" ? { who: undefined } : { who: "me" }),
      onFilter: () => document.getElementById("board-filter")?.focus(),
    };
    const own: Key[] = [
      ...selecting(dated, ui, (card) => card.dueOn && onSearch({ on: card.dueOn })),
      { keys: "shift+arrowleft", label: "Due a day earlier", run: shift(-1) },
      { keys: "shift+arrowright", label: "Due a day later", run: shift(1) },
      { keys: "shift+arrowup", label: "Due a week earlier", run: shift(-WEEK) },
      { keys: "shift+arrowdown", label: "Due a week later", run: shift(WEEK) },
      { keys: "s", label: "Move to day...", run: withCard(at, onAsk) },
      { keys: "[", label: `Previous ${scale}`, run: go(-1) },
      { keys: "]", label: `Next ${scale}`, run: go(1) },
      { keys: "home", label: "Today", run: () => onSearch({ on: undefined }) },
      {
        keys: "c",
        label: "New card on the day",
        run: () => ui.set({ composer: { laneId: dayOf(dated, ui) ?? on, below: null } }),
      },
    ];
    const taken = new Set([...own.map((key) => key.keys), "n"]);
    return [...own, ...[...changing(at, board), ...looking(at, board)].filter((key) => !taken.has(key.keys))];
  }, [dated, on, scale, moves, online, who, onSearch, onField, onMoveTo, onPeek, onAsk, ui, world, client]);
  useKeys("Calendar", keys);
  useEffect(() => followFocus(ui), [ui]);
}

function dayOf(dated: readonly BoardCard[], ui: UiStore): string | null {
  return dated.find(({ id }) => id === ui.get().selected)?.dueOn ?? null;
}

type Beside = (card: BoardCard, from: BoardCard) => boolean;

/** Left and right by day; up and down to the nearest a week away. */
function selecting(dated: readonly BoardCard[], ui: UiStore, show: (card: BoardCard) => void): Key[] {
  const take = (card: BoardCard | undefined) => {
    if (!card) return;
    ui.set({ selected: card.id, selectedIn: null });
    show(card);
    requestAnimationFrame(() => requestAnimationFrame(() => focusCard(card.id)));
  };
  const first = () => dated.find(({ dueOn }) => (dueOn ?? "") >= todayIn()) ?? dated[0];
  const step = (by: 1 | -1) => () => {
    const here = dated.findIndex(({ id }) => id === ui.get().selected);
    take(here < 0 ? first() : dated[here + by]);
  };
  const week = (isBeside: Beside, last: boolean) => () => {
    const from = dated.find(({ id }) => id === ui.get().selected);
    if (!from) return take(first());
    take(last ? dated.findLast((card) => isBeside(card, from)) : dated.find((card) => isBeside(card, from)));
  };
  const dueOf = ({ dueOn }: BoardCard) => dueOn ?? "";
  return [
    { keys: "arrowleft", label: "Card before", run: step(-1) },
    { keys: "arrowright", label: "Next card", run: step(1) },
    { keys: "k", label: "Card before", run: step(-1) },
    { keys: "j", label: "Next card", run: step(1) },
    {
      keys: "arrowup",
      label: "Card a week earlier",
      run: week((card, from) => dueOf(card) <= addDays(dueOf(from), -WEEK), true),
    },
    {
      keys: "arrowdown",
      label: "Card a week later",
      run: week((card, from) => dueOf(card) >= addDays(dueOf(from), WEEK), false),
    },
  ];
}
