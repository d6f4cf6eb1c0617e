import { type MouseEvent, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Board, BoardCard } from "../lib/board-query.ts";
import { late } from "../lib/late.ts";
import classes from "./board.module.css";
import { type BoardWorld, useWorld } from "./board-context.ts";
import type { BoardSearch } from "./board-filter.ts";
import { useBoardKeys } from "./board-keys.ts";
import { useBoardLive } from "./board-live.ts";
import { type BoardMoves, useBoardMoves } from "./board-moves.ts";
import { focusCard, laneAround, type UiStore, useUiStore } from "./board-ui.ts";
import { Column } from "./column.tsx";
import { ColumnSwitch } from "./column-switch.tsx";
import { onceCarrying } from "./dragging.ts";
import type { Lane } from "./lanes.ts";
import { markUpTo, toggleMarked } from "./marked.ts";
import { Menus, OpenedCard, OpenPanel, type Panel, Selection } from "./panels.tsx";
import type { CardParts, QuickField } from "./quick-field.ts";
import { cellIds, type Row } from "./rows.ts";

const BoardRows = late(async () => (await import("./board-rows.tsx")).BoardRows);

interface BoardCanvasProps {
  board: Board;
  lanes: Lane[];
  /** The same as rows across the columns, where rows are asked for. */
  rows: Row[] | null;
  search: BoardSearch;
  online: boolean;
  onSearch: (change: BoardSearch, replace?: boolean) => void;
  parts: CardParts;
}

/** Inline, because the drag library looks for it. */
const SCROLLS = { overflowX: "auto", overflowY: "hidden" } as const;
const SCROLLS_BOTH = { overflowX: "auto", overflowY: "auto" } as const;

/** The columns, and whatever is opened over them. */
export function BoardCanvas({ board, lanes, rows, search, online, onSearch, parts }: BoardCanvasProps) {
  const world = useWorld();
  const ui = useUiStore();
  const moves = useBoardMoves(online);
  const { rows: by } = search;
  const inCells = useCallback((card: BoardCard) => (by ? cellIds(by, card) : []), [by]);
  const { held, release } = useBoardLive(world, ui, rows ? inCells : undefined);
  const [panel, setPanel] = useState<Panel>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useDrops(scroller, moves);
  useFirstCard(board, lanes);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => ui.set({ painted: true }), 0));
    return () => cancelAnimationFrame(frame);
  }, [ui]);
  const doing = useMemo(
    () => ({
      moves,
      onField: (cardId: string, field: QuickField) => setPanel({ kind: "field", cardId, field }),
      onMoveTo: (cardId: string) => setPanel({ kind: "move", cardId }),
      onCopy: (cardId: string) => setPanel({ kind: "copy", cardId }),
      onTemplate: (cardId: string) => setPanel({ kind: "template", cardId }),
      onPeek: (cardId: string) =>
        setPanel((open) => (open?.kind === "peek" ? null : { kind: "peek", cardId })),
      onMine: () => onSearch(search.who === "me" ? { who: undefined } : { who: "me" }),
      onFilter: () => document.getElementById("board-filter")?.focus(),
    }),
    [moves, onSearch, search.who],
  );
  useBoardKeys(doing);
  const closePanel = useCallback(() => {
    setPanel(null);
    const { selected, selectedIn } = ui.get();
    if (selected) setTimeout(() => focusCard(selected, selectedIn), 0);
  }, [ui]);
  const onClick = useCallback((event: MouseEvent<HTMLElement>) => cardClicked(event, world, ui), [world, ui]);
  return (
    <>
      {rows ? null : <ColumnSwitch lanes={lanes} scroller={scroller} />}
      <div
        ref={scroller}
        className={rows ? classes.inRows : classes.columns}
        style={rows ? SCROLLS_BOTH : SCROLLS}
        onClickCapture={onClick}
        data-board
      >
        {rows ? (
          <BoardRows
            rows={rows}
            columns={world.columnLanes()}
            held={held}
            onShowHeld={release}
            scroller={scroller}
          />
        ) : (
          lanes.map((lane) => (
            <Column
              key={lane.id}
              lane={lane}
              held={held.filter(({ laneIds }) => laneIds.includes(lane.id)).length}
              onShowHeld={release}
            />
          ))
        )}
        {world.manages && !world.by && !rows ? (
          <button type="button" className={classes.addColumn} onClick={() => setPanel({ kind: "column" })}>
            + Add column
          </button>
        ) : null}
      </div>
      <Menus {...doing} />
      <Selection online={online} />
      <Suspense fallback={null}>
        <OpenPanel
          panel={panel}
          lanes={lanes}
          board={board}
          moves={moves}
          parts={parts}
          onClose={closePanel}
        />
      </Suspense>
      <OpenedCard board={board} cardRef={search.card} onSearch={onSearch} parts={parts} />
    </>
  );
}

/** One listener for all cards: opens a card or its menu, or selects it; other modifiers stay the browser's. */
function cardClicked(event: MouseEvent<HTMLElement>, world: BoardWorld, ui: UiStore): void {
  if (event.metaKey || event.ctrlKey || event.button !== 0) return;
  if (!(event.target instanceof Element)) return;
  const card = event.target.closest<HTMLElement>("[data-card]");
  const { card: cardId, ref } = card?.dataset ?? {};
  if (!cardId || !ref) return;
  event.preventDefault();
  event.stopPropagation();
  const selectedIn = laneAround(event.target);
  const button = event.target.closest("[data-menu]");
  if (button) {
    const menu = { cardId, at: button.getBoundingClientRect() };
    ui.set({ selected: cardId, selectedIn, menu });
  } else if (event.shiftKey) markUpTo(world, ui, cardId, selectedIn);
  // A finger that has begun to select goes on selecting.
  else if (byTouch(event) && ui.get().marked.size > 0) toggleMarked(ui, cardId, selectedIn);
  else {
    ui.set({ selected: cardId, selectedIn });
    world.open(ref);
  }
}

function byTouch({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch";
}

/** Cards can be carried as soon as the part for it is here. */
function useDrops(scroller: { current: HTMLElement | null }, moves: BoardMoves): void {
  const ui = useUiStore();
  useEffect(() => {
    const { current: board } = scroller;
    if (board) return onceCarrying(({ takeDrops }) => takeDrops(board, ui, moves));
    return undefined;
  }, [scroller, ui, moves]);
}

/** An empty board starts with the first card: its line is open. */
function useFirstCard(board: Board, lanes: readonly Lane[]): void {
  const ui = useUiStore();
  const first = lanes.find(({ folded }) => !folded);
  const { creates } = useWorld();
  // One that is emptied later has somebody at work on it, whose keys are not for a new card.
  const [empty] = useState(creates && board.cards.length === 0);
  const laneId = first?.id;
  useEffect(() => {
    if (empty && laneId) ui.set({ composer: { laneId, below: null } });
  }, [empty, laneId, ui]);
}
