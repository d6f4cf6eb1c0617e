import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { announce } from "../../lib/announce.ts";
import { useUi, useUiStore } from "../board-ui.ts";
import { Composer } from "../composer.tsx";
import type { Lane } from "../lanes.ts";
import { offerScroller } from "../scrollers.ts";
import { watchSize } from "../watch-size.ts";
import classes from "./list.module.css";
import type { ListColumn } from "./list-columns.ts";
import { LINES, rowOf } from "./list-focus.ts";
import { AddLine, CardLine, GroupLine } from "./list-row.tsx";
import type { ListRow } from "./list-rows.ts";
import type { CardValues } from "./list-sort.ts";

/** The columns of the mark and of the menu. */
const SIDES = 36 + 44;
const HEAD = 36;
const LINE = 40;
const NARROW = 64;
const COMPOSER = 96;
/** Until the size of the window is known: so few that the first paint does not wait for a whole window of lines. */
const FIRST_RECT = { width: 1200, height: 280 };

interface ListLinesProps {
  rows: ListRow[];
  columns: readonly ListColumn[];
  values: CardValues;
  /** The cell that the arrows are at. */
  cell: string;
  narrow: boolean;
  folded: ReadonlySet<string>;
  onFold: (laneId: string) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  head: ReactNode;
}

/** The lines of the list: only those in the window are in the page. */
export function ListLines(props: ListLinesProps) {
  const { rows, columns, values, cell, narrow, folded, onFold, onClick, head } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const ui = useUiStore();
  const composer = useUi((state) => state.composer?.laneId ?? null);
  const selected = useUi((state) => state.selected);
  const selectedIn = useUi((state) => state.selectedIn);
  const selectedAt = selected ? rowOf(rows, selected, selectedIn) : -1;
  const firstCard = selectedAt >= 0 ? -1 : rows.findIndex(({ kind }) => kind === "card");
  const isComposer = (row: ListRow | undefined) => row?.kind === "add" && row.lane.id === composer;
  const headHeight = head ? HEAD : 0;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      isComposer(rows[index]) ? COMPOSER : narrow && rows[index]?.kind === "card" ? NARROW : LINE,
    getItemKey: (index) => {
      const row = rows[index];
      return row ? `${isComposer(row) ? "new " : ""}${narrow ? "n " : ""}${row.key}` : index;
    },
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 6,
    useFlushSync: false,
    initialRect: FIRST_RECT,
    observeElementRect: watchSize,
  });
  const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: "auto" });
  useScrolls(rows, scrollTo);
  useLineInSight(composer, () => scrollTo(rows.findIndex(isComposer)));
  const span = columns.length + 2;
  const style = { "--columns": template(columns), minWidth: narrow ? 0 : widthOf(columns) } as CSSProperties;
  return (
    <div ref={scroller} className={classes.frame} onClickCapture={onClick} data-list>
      <div
        role="grid"
        aria-label="Cards"
        aria-rowcount={rows.length + 1}
        aria-colcount={span}
        aria-multiselectable
        style={style}
      >
        {head}
        <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            const y = start - headHeight;
            const line = index + 2;
            if (!row) return null;
            if (row.kind === "card")
              return (
                <CardLine
                  key={key}
                  card={row.card}
                  laneId={row.lane.id}
                  columns={columns}
                  values={values[row.card.id]}
                  line={line}
                  y={y}
                  at={index === selectedAt ? cell : null}
                  isFirst={index === firstCard}
                  narrow={narrow}
                />
              );
            const { lane } = row;
            if (row.kind === "head")
              return (
                <GroupLine key={key} {...{ lane, line, y, span, onFold }} folded={folded.has(lane.id)} />
              );
            if (!isComposer(row)) return <AddLine key={key} {...{ lane, line, y, span }} />;
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={line}
                className={classes.place}
                style={{ transform: `translateY(${y}px)` }}
              >
                <NewLine lane={lane} span={span} onClose={() => ui.set({ composer: null })} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface NewLineProps {
  lane: Lane;
  span: number;
  onClose: () => void;
}

function NewLine({ lane, span, onClose }: NewLineProps) {
  const below = useUi((state) => state.composer?.below ?? null);
  const close = () => {
    onClose();
    announce("Draft kept");
    requestAnimationFrame(() => document.getElementById(`add-${lane.id}`)?.focus());
  };
  return (
    <div role="gridcell" aria-colspan={span} className={classes.compose}>
      <Composer lane={lane} below={below} onClose={close} />
    </div>
  );
}

/** The line of a new card may be opened from far above it. */
function useLineInSight(composer: string | null, show: () => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (composer) latest.current();
  }, [composer]);
}

/** The keys and the composer bring lines into the window, by their place in the list or in their group. */
function useScrolls(rows: readonly ListRow[], scrollTo: (index: number) => void): void {
  const latest = useRef({ rows, scrollTo });
  latest.current = { rows, scrollTo };
  const lanes = [...new Set(rows.map(({ lane }) => lane.id))].join(" ");
  useEffect(() => {
    const inLane = (laneId: string) => (place: number) => {
      const { rows: now, scrollTo: go } = latest.current;
      const first = now.findIndex(({ lane }) => lane.id === laneId);
      const last = now.findLastIndex(({ lane }) => lane.id === laneId);
      const start = now[first]?.kind === "head" ? first + 1 : first;
      if (first >= 0) go(Math.min(start + place, last));
    };
    const stops = [
      offerScroller(LINES, (index) => latest.current.scrollTo(index)),
      ...lanes.split(" ").map((laneId) => offerScroller(laneId, inLane(laneId))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [lanes]);
}

function widthOf(columns: readonly ListColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, SIDES);
}

function template(columns: readonly ListColumn[]): string {
  // What is left over belongs to the titles: all else is as wide as what stands in it.
  const widths = columns.map(({ key, width }) =>
    key === "title" ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  return ["36px", ...widths, "44px"].join(" ");
}
