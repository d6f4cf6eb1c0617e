import { type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { laneAround, type UiStore, useUiStore } from "../board-ui.ts";
import { scrollLane } from "../scrollers.ts";
import type { ListColumn } from "./list-columns.ts";
import type { ListRow } from "./list-rows.ts";

/** The whole list as one thing that scrolls. */
export const LINES = "lines";

export interface CellFocus {
  /** The cell that the arrows are at. */
  at: RefObject<string>;
  cell: string;
  setCell: (key: string) => void;
  /** Puts the focus on that cell of the selected card, which may first have to come into the window. */
  focus: () => void;
}

/** Where in the list the focus is, by card and cell; it is never lost with a line that goes. */
export function useCellFocus(rows: readonly ListRow[], columns: readonly ListColumn[]): CellFocus {
  const ui = useUiStore();
  const [wanted, setCell] = useState("title");
  const cell = columns.some(({ key }) => key === wanted) ? wanted : "title";
  const at = useRef(cell);
  at.current = cell;
  const latest = useRef(rows);
  latest.current = rows;
  const focus = useCallback(() => focusLine(latest.current, ui, at.current), [ui]);
  useKept(rows, ui, focus);
  const choose = useCallback((key: string) => {
    at.current = key;
    setCell(key);
  }, []);
  return { at, cell, setCell: choose, focus };
}

function focusLine(rows: readonly ListRow[], ui: UiStore, cell: string): void {
  const { selected, selectedIn } = ui.get();
  const index = rowOf(rows, selected, selectedIn);
  if (!selected || index < 0) return;
  scrollLane(LINES, index);
  const put = () => {
    const element = cellElement(selected, selectedIn, cell);
    const target = element?.querySelector<HTMLElement>("a") ?? element;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return target != null;
  };
  requestAnimationFrame(() => {
    if (!put()) requestAnimationFrame(put);
  });
}

export function rowOf(rows: readonly ListRow[], cardId: string | null, laneId: string | null): number {
  const isCard = (row: ListRow) => row.kind === "card" && row.card.id === cardId;
  const inLane = rows.findIndex((row) => isCard(row) && row.lane.id === laneId);
  return inLane >= 0 ? inLane : rows.findIndex(isCard);
}

export function cellElement(cardId: string, laneId: string | null, cell: string): HTMLElement | null {
  const card = `[data-card="${CSS.escape(cardId)}"] [data-cell="${CSS.escape(cell)}"]`;
  const inLane = laneId ? `[data-lane="${CSS.escape(laneId)}"] ${card}` : card;
  return document.querySelector<HTMLElement>(inLane) ?? document.querySelector<HTMLElement>(card);
}

/** When the selected card leaves the list, the one that came into its place is selected. */
function useKept(rows: readonly ListRow[], ui: UiStore, focus: () => void): void {
  const last = useRef(-1);
  useEffect(() => {
    const { selected, selectedIn } = ui.get();
    const index = rowOf(rows, selected, selectedIn);
    if (index >= 0) {
      last.current = index;
      return ui.subscribe(() => {
        const { selected: now, selectedIn: lane } = ui.get();
        last.current = Math.max(rowOf(rows, now, lane), 0);
      });
    }
    const next = rows.slice(Math.max(last.current, 0)).find(({ kind }) => kind === "card");
    if (selected && last.current >= 0 && next?.kind === "card") {
      ui.set({ selected: next.card.id, selectedIn: next.lane.id });
      if (document.activeElement === null || document.activeElement === document.body) focus();
    }
    return undefined;
  }, [rows, ui, focus]);
}

export interface Pressed {
  cardId: string;
  laneId: string | null;
  /** A column's key, or what of the line is a button. */
  on: string;
  /** Where what was pressed stands. */
  place: DOMRect;
  byTouch: boolean;
}

/** What of which line was pressed; other modifiers than Shift stay the browser's. */
export function pressedIn(event: MouseEvent<HTMLElement>): Pressed | null {
  const { target, nativeEvent } = event;
  if (event.metaKey || event.ctrlKey || event.button !== 0 || !(target instanceof Element)) return null;
  const cardId = target.closest<HTMLElement>("[data-card]")?.dataset.card;
  if (!cardId) return null;
  const byTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch";
  const place = (target.closest("[data-menu]") ?? target).getBoundingClientRect();
  return { cardId, laneId: laneAround(target), on: partOf(target), place, byTouch };
}

function partOf(target: Element): string {
  if (target.closest("[data-menu]")) return "menu";
  if (target.closest("[data-mark]")) return "mark";
  if (target.closest("a")) return "open";
  return target.closest<HTMLElement>("[data-cell]")?.dataset.cell ?? "title";
}
