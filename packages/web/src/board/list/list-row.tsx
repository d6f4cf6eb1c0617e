import {
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconPlus,
  IconSquare,
  IconSquareCheckFilled,
} from "@tabler/icons-react";
import { memo } from "react";
import type { BoardCard } from "../../lib/board-query.ts";
import { minutesText } from "../../lib/minutes.ts";
import { useWorld } from "../board-context.ts";
import { useUi, useUiStore } from "../board-ui.ts";
import { countOf, type Lane } from "../lanes.ts";
import { toggleMarked } from "../marked.ts";
import classes from "./list.module.css";
import { ListCell } from "./list-cell.tsx";
import type { ListColumn } from "./list-columns.ts";
import { NarrowFacts } from "./narrow-facts.tsx";

interface CardLineProps {
  card: BoardCard;
  laneId: string;
  columns: readonly ListColumn[];
  values: Readonly<Record<string, string>> | undefined;
  /** Its place among all lines, counted from 1. */
  line: number;
  y: number;
  /** The cell the arrows are at, where this is the selected line. */
  at: string | null;
  /** Reached by Tab when none is selected. */
  isFirst: boolean;
  narrow: boolean;
}

/** One card as a line. No listeners of its own: the grid hears all clicks. */
export const CardLine = memo(function CardLine(props: CardLineProps) {
  const { card, laneId, columns, values, line, y, at, isFirst, narrow } = props;
  const { projectKey } = useWorld();
  const marked = useUi((state) => state.marked.has(card.id));
  const ref = `${projectKey}-${card.number}`;
  const look = [classes.line, at ? classes.selected : "", marked ? classes.marked : ""].join(" ");
  const entry = at ?? (isFirst ? "title" : null);
  return (
    <div role="none" data-lane={laneId} className={classes.place} style={{ transform: `translateY(${y}px)` }}>
      <div
        role="row"
        className={narrow ? `${look} ${classes.narrow}` : look}
        aria-rowindex={line}
        aria-selected={marked}
        data-card={card.id}
        data-ref={ref}
      >
        <div role="gridcell" className={classes.pick}>
          <MarkButton cardId={card.id} laneId={laneId} label={ref} marked={marked} />
        </div>
        {(narrow ? columns.slice(0, 1) : columns).map((column) => (
          <ListCell
            key={column.key}
            column={column}
            card={card}
            cardRef={ref}
            values={values}
            isEntry={entry === column.key || (narrow && entry !== null)}
          />
        ))}
        {narrow ? <NarrowFacts card={card} /> : null}
        <div role="gridcell" className={classes.more}>
          <button type="button" data-menu tabIndex={-1} aria-label={`More for ${ref}`} aria-haspopup="menu">
            <IconDots size={18} aria-hidden />
          </button>
        </div>
      </div>
    </div>
  );
});

interface MarkButtonProps {
  cardId: string;
  laneId: string;
  label: string;
  marked: boolean;
}

function MarkButton({ cardId, laneId, label, marked }: MarkButtonProps) {
  const ui = useUiStore();
  const Icon = marked ? IconSquareCheckFilled : IconSquare;
  return (
    <button
      type="button"
      data-mark
      tabIndex={-1}
      aria-pressed={marked}
      aria-label={`Select ${label}`}
      onClick={() => toggleMarked(ui, cardId, laneId)}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

interface GroupLineProps {
  lane: Lane;
  line: number;
  y: number;
  folded: boolean;
  span: number;
  onFold: (laneId: string) => void;
}

/** The head of a group: how many cards, and how much work they are estimated at. */
export function GroupLine({ lane, line, y, folded, span, onFold }: GroupLineProps) {
  const { id, name, cards, total } = lane;
  const sum = cards.reduce((minutes, { likely }) => minutes + (likely ?? 0), 0);
  const Icon = folded ? IconChevronRight : IconChevronDown;
  return (
    <div
      role="row"
      aria-rowindex={line}
      className={`${classes.place} ${classes.group}`}
      style={{ transform: `translateY(${y}px)` }}
    >
      <div role="rowheader" aria-colspan={span} className={classes.groupHead}>
        <button type="button" className={classes.fold} aria-expanded={!folded} onClick={() => onFold(id)}>
          <Icon size={18} aria-hidden />
          <span className={classes.groupName}>{name}</span>
        </button>
        <span className={classes.sum}>
          {countOf(cards.length, total)}
          {sum > 0 ? ` · ${minutesText(sum)}` : ""}
        </span>
      </div>
    </div>
  );
}

/** Where the line of a new card opens. */
export function AddLine({ lane, line, y, span }: Pick<GroupLineProps, "lane" | "line" | "y" | "span">) {
  const ui = useUiStore();
  return (
    <div
      role="row"
      aria-rowindex={line}
      className={classes.place}
      style={{ transform: `translateY(${y}px)` }}
    >
      <div role="gridcell" aria-colspan={span} className={classes.add}>
        <button
          type="button"
          className={classes.begin}
          id={`add-${lane.id}`}
          aria-label={`Add card to ${lane.name}`}
          onClick={() => ui.set({ composer: { laneId: lane.id, below: null } })}
        >
          <IconPlus size={16} aria-hidden /> Add card
        </button>
      </div>
    </div>
  );
}
