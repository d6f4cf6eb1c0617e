import { memo, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { BoardCard } from "../lib/board-query.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import classes from "./card-list.module.css";
import { CardTile } from "./card-tile.tsx";
import { onceCarrying } from "./dragging.ts";

interface CardRowProps {
  card: BoardCard;
  index: number;
  count: number;
  y: number;
  measure: (element: HTMLElement | null) => void;
  hidden: boolean;
  tabbable: boolean;
  selected: boolean;
}

/** A card at its place in the list, ready to be dragged. */
export const CardRow = memo(function CardRow(props: CardRowProps) {
  const { card, index, count, y, measure, hidden, tabbable, selected } = props;
  const element = useRef<HTMLLIElement>(null);
  const attach = useCallback(
    (node: HTMLLIElement | null) => {
      element.current = node;
      measure(node);
    },
    [measure],
  );
  const store = useUiStore();
  const latest = useRef(card);
  latest.current = card;
  useEffect(() => {
    const { current: row } = element;
    if (row) return onceCarrying(({ carryCard }) => carryCard(row, () => latest.current, store));
    return undefined;
  }, [store]);
  useFocusBack(element, selected);
  const marked = useUi((state) => state.marked.has(card.id));
  return (
    <li
      ref={attach}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={hidden ? classes.carried : classes.row}
      style={{ transform: `translateY(${y}px)` }}
    >
      <CardTile card={card} tabbable={tabbable} selected={selected} marked={marked} />
    </li>
  );
});

/** A card that comes to another column is a new element there: if the focus went down with the old one, it follows. */
function useFocusBack(element: RefObject<HTMLLIElement | null>, selected: boolean): void {
  const onMount = useRef(selected);
  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (onMount.current && lost) element.current?.querySelector("a")?.focus({ preventScroll: true });
  }, [element]);
}
