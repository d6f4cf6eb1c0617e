import {
  defaultRangeExtractor,
  elementScroll,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef } from "react";
import { useWorld } from "./board-context.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import classes from "./card-list.module.css";
import { CardRow } from "./card-row.tsx";
import { estimateHeight, GAP } from "./card-sizes.ts";
import { onceCarrying } from "./dragging.ts";
import type { Lane } from "./lanes.ts";
import { useScrollers } from "./scrollers.ts";
import { watchSize } from "./watch-size.ts";

/** Inline, because the drag library looks for it. */
const SCROLLS = { overflowX: "hidden", overflowY: "auto" } as const;

/** So many cards are in the first paint, so that it does not wait for a whole window of them. */
const FIRST = 4;

/** Until the size of a column is known. */
const FIRST_RECT = { width: 272, height: 400 };

/** The cards of one column: only those in the window are in the page. */
export function CardList({ lane }: { lane: Lane }) {
  const { cards } = lane;
  const { covers } = useWorld();
  const isColumn = lane.column !== null;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLUListElement>(null);
  const store = useUiStore();
  const painted = useUi((state) => state.painted);
  const selectedAt = useUi(({ selected }) => (selected ? indexOf(cards, selected) : -1));
  const drag = useUi(({ drag }) => drag);
  const gapAt = useUi(({ gap }) => (gap?.laneId === lane.id ? gap.index : null));
  const draggedAt = drag?.fromLane === lane.id ? indexOf(cards, drag.cardId) : -1;
  const virtualizer = useVirtualizer({
    count: painted ? cards.length : Math.min(FIRST, cards.length),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateHeight(cards[index], covers),
    getItemKey: (index) => cards[index]?.id ?? index,
    gap: GAP,
    overscan: 3,
    useFlushSync: false,
    initialRect: FIRST_RECT,
    measureElement: measureLater,
    observeElementRect: watchSize,
    scrollToFn: scrollAfterStart,
    rangeExtractor: useCallback(
      (range: Range) => withKept(range, [selectedAt, draggedAt]),
      [selectedAt, draggedAt],
    ),
  });
  useScrollers(lane.id, (index) => virtualizer.scrollToIndex(index, { align: "auto" }));
  const now = useRef({ virtualizer, draggedAt });
  now.current = { virtualizer, draggedAt };
  useEffect(() => {
    const [element, list] = [scroller.current, body.current];
    if (!element || !list) return;
    // The whole height of a column takes cards, also what lies below a short one.
    const target = element.closest<HTMLElement>("[data-slot]") ?? element;
    const place = (clientY: number) => {
      if (!isColumn) return null;
      const { virtualizer: sizes, draggedAt: without } = now.current;
      return placeAt(sizes.measurementsCache, without, clientY - list.getBoundingClientRect().top);
    };
    return onceCarrying(({ acceptCards, scrollAlong }) => {
      const stops = [acceptCards(target, lane.id, store, place), scrollAlong(element)];
      return () => {
        for (const stop of stops) stop();
      };
    });
  }, [lane.id, isColumn, store]);
  const moved = (drag?.height ?? 0) + GAP;
  const items = virtualizer.getVirtualItems();
  const firstShown = selectedAt >= 0 ? selectedAt : 0;
  const height = virtualizer.getTotalSize() + (gapAt === null ? 0 : moved) - (draggedAt < 0 ? 0 : moved);
  return (
    <div ref={scroller} className={classes.scroller} style={SCROLLS} data-lane={lane.id}>
      <ul
        ref={body}
        className={`${classes.cards} ${drag ? classes.dragging : ""}`}
        style={{ height: Math.max(height, 0) }}
        aria-label={`Cards in ${lane.name}`}
      >
        {items.map(({ index, key, start }) => {
          const card = cards[index];
          if (!card) return null;
          const behind = draggedAt >= 0 && index > draggedAt;
          const place = index - (behind ? 1 : 0);
          const shift = (gapAt !== null && place >= gapAt ? moved : 0) - (behind ? moved : 0);
          return (
            <CardRow
              key={key}
              card={card}
              index={index}
              count={cards.length}
              y={start + shift}
              measure={virtualizer.measureElement}
              hidden={index === draggedAt}
              tabbable={index === firstShown}
              selected={index === selectedAt}
            />
          );
        })}
      </ul>
    </div>
  );
}

function indexOf(cards: Lane["cards"], cardId: string): number {
  return cards.findIndex(({ id }) => id === cardId);
}

/**
 * Sizes come from the resize observer, within the same frame; reading them on mounting would lay out the page for
 * every card.
 */
function measureLater(
  element: Element,
  entry: ResizeObserverEntry | undefined,
  { options, itemSizeCache, indexFromElement }: Virtualizer<HTMLDivElement, Element>,
): number {
  const box = entry?.borderBoxSize[0];
  if (box) return Math.round(box.blockSize);
  const index = indexFromElement(element);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
}

const started = new WeakSet<Element>();

/** And a new column stands at its start already: saying so would lay out the page once more. */
function scrollAfterStart(
  ...[offset, options, instance]: Parameters<typeof elementScroll<HTMLDivElement>>
): void {
  const { scrollElement } = instance;
  const isFirst = scrollElement !== null && !started.has(scrollElement);
  if (scrollElement) started.add(scrollElement);
  if (!isFirst || offset !== 0) elementScroll(offset, options, instance);
}

/** The selected and the dragged card stay in the page, wherever the window is: focus would be lost with them. */
function withKept(range: Range, kept: number[]): number[] {
  const shown = defaultRangeExtractor(range);
  // In the first paint there are fewer cards than the column has.
  const more = kept.filter((index) => index >= 0 && index < range.count && !shown.includes(index));
  return more.length === 0 ? shown : [...shown, ...more].sort((one, other) => one - other);
}

interface Measured {
  start: number;
  size: number;
}

/** How many cards, the dragged one not counted, have their middle above `y`: the place of a drop there. */
function placeAt(sizes: readonly Measured[], draggedAt: number, y: number): number {
  const lost = draggedAt < 0 ? 0 : (sizes[draggedAt]?.size ?? 0) + GAP;
  let [low, high] = [0, sizes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sizes[middle];
    const top = (item?.start ?? 0) - (draggedAt >= 0 && middle > draggedAt ? lost : 0);
    if (top + (item?.size ?? 0) / 2 < y) low = middle + 1;
    else high = middle;
  }
  return low - (draggedAt >= 0 && low > draggedAt ? 1 : 0);
}
