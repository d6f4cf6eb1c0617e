import { type MouseEvent, useCallback, useMemo, useRef, useState } from "react";
import { useWorld } from "../board-context.ts";
import type { BoardMoves } from "../board-moves.ts";
import { useUiStore } from "../board-ui.ts";
import { findCard } from "../lanes.ts";
import { markUpTo, toggleMarked } from "../marked.ts";
import type { Panel } from "../panels.tsx";
import type { QuickField } from "../quick-field.ts";
import type { ListColumn } from "./list-columns.ts";
import { type CellFocus, cellElement, pressedIn } from "./list-focus.ts";
import type { ListDoing } from "./list-keys.ts";
import { cardBeside, type ListRow } from "./list-rows.ts";
import type { ListSearch } from "./list-search.ts";

export interface Edited {
  cardId: string;
  cell: string;
  at: DOMRect;
}

const CELL_OF: Record<QuickField, string> = {
  title: "title",
  people: "people",
  labels: "labels",
  dates: "due",
  estimate: "estimate",
  milestone: "milestone",
};
const QUICK = Object.keys(CELL_OF) as QuickField[];

interface Where {
  rows: readonly ListRow[];
  columns: readonly ListColumn[];
  focus: CellFocus;
  moves: BoardMoves;
  search: ListSearch;
  onSearch: (change: ListSearch, replace?: boolean) => void;
}

/** What the keys do in the list, and what is open because of it. */
export function useListActs({ rows, columns, focus, moves, search, onSearch }: Where) {
  const ui = useUiStore();
  const [panel, setPanel] = useState<Panel>(null);
  const [edited, setEdited] = useState<Edited | null>(null);
  const open = useOpen();
  const latest = useRef(rows);
  latest.current = rows;
  const edit = useCallback(
    (cardId: string, cell: string) => {
      const at = cellElement(cardId, ui.get().selectedIn, cell)?.getBoundingClientRect();
      if (at) setEdited({ cardId, cell, at });
      else setPanel(panelOf(cardId, cell));
    },
    [ui],
  );
  const { who } = search;
  const { at, setCell, focus: goThere } = focus;
  const doing = useMemo<ListDoing>(() => {
    return {
      moves,
      onField: (cardId, field) => edit(cardId, CELL_OF[field]),
      onMoveTo: (cardId) => setPanel({ kind: "move", cardId }),
      onCopy: (cardId) => setPanel({ kind: "copy", cardId }),
      onTemplate: (cardId) => setPanel({ kind: "template", cardId }),
      onPeek: (cardId) => setPanel((before) => (before?.kind === "peek" ? null : { kind: "peek", cardId })),
      onMine: () => onSearch(who === "me" ? { who: undefined } : { who: "me" }),
      onFilter: () => document.getElementById("board-filter")?.focus(),
      onStep: (step) => {
        const row = latest.current[cardBeside(latest.current, ui.get(), step)];
        if (row?.kind !== "card") return;
        ui.set({ selected: row.card.id, selectedIn: row.lane.id });
        goThere();
      },
      onCell: (step) => {
        const next = columns[columns.findIndex(({ key }) => key === at.current) + step];
        if (next) setCell(next.key);
        goThere();
      },
      onEnter: (cardId) => (at.current === "title" ? open(cardId) : edit(cardId, at.current)),
      onEdit: edit,
    };
  }, [moves, edit, onSearch, who, ui, columns, open, at, setCell, goThere]);
  const close = useCallback(() => {
    setPanel(null);
    setEdited(null);
    setTimeout(goThere, 0);
  }, [goThere]);
  return { doing, panel, edited, close };
}

/** What a click in a line means. */
export function useListClicks(doing: ListDoing, { setCell, focus }: CellFocus, narrow: boolean) {
  const ui = useUiStore();
  const world = useWorld();
  const open = useOpen();
  return useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const pressed = pressedIn(event);
      if (!pressed) return;
      event.preventDefault();
      event.stopPropagation();
      const { cardId, laneId, on, place, byTouch } = pressed;
      if (event.shiftKey) return markUpTo(world, ui, cardId, laneId);
      ui.set({ selected: cardId, selectedIn: laneId });
      if (on === "menu") ui.set({ menu: { cardId, at: place } });
      // A finger that has begun to select goes on selecting.
      else if (on === "mark" || (byTouch && ui.get().marked.size > 0)) toggleMarked(ui, cardId, laneId);
      else if (on === "open" || narrow) open(cardId);
      else {
        setCell(on);
        if (on === "title") focus();
        else doing.onEdit(cardId, on);
      }
    },
    [doing, setCell, focus, narrow, ui, world, open],
  );
}

function useOpen(): (cardId: string) => void {
  const world = useWorld();
  return useCallback(
    (cardId) => {
      const card = findCard(world.lanes(), cardId)?.card;
      if (card) world.open(`${world.projectKey}-${card.number}`);
    },
    [world],
  );
}

/** A column that is not shown is changed over the list. */
function panelOf(cardId: string, cell: string): Panel {
  const field = QUICK.find((each) => CELL_OF[each] === cell);
  return field ? { kind: "field", cardId, field } : { kind: "move", cardId };
}
