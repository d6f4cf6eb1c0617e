import type { BoardCard, BoardColumn } from "../lib/board-query.ts";
import { type Grouping, laneIds } from "./groups.ts";
import { type Direction, type Found, findCard, keepSame, type Lane, neighbour } from "./lanes.ts";

/** A group across all columns: its head, and what of it stands in each column. */
export interface Row {
  lane: Lane;
  cells: Lane[];
}

/** Groups as rows of a board whose columns stay what they are. */
function rowsOf(groups: readonly Lane[], columns: readonly BoardColumn[]): Row[] {
  return groups.map((lane) => {
    const inColumns = Map.groupBy(lane.cards, ({ columnId }) => columnId);
    const cells = columns.map((column): Lane => {
      const cards = inColumns.get(column.id) ?? [];
      return {
        id: cellId(lane.id, column.id),
        name: `${column.name}, ${lane.name}`,
        column,
        group: lane.group,
        cards,
        total: cards.length,
        ...(lane.folded ? { folded: true } : {}),
      };
    });
    return { lane, cells };
  });
}

/** The rows as they are now; those in which nothing changed stay the same, so that only touched ones are drawn again. */
export function renewRows(
  groups: readonly Lane[],
  columns: readonly BoardColumn[],
  before: readonly Row[],
): Row[] {
  const lanes = keepSame(
    groups,
    before.map(({ lane }) => lane),
  );
  return rowsOf(lanes, columns).map((row, at) => {
    const old = before[at];
    const cells = keepSame(row.cells, old?.cells ?? []);
    const isSame =
      old?.lane === row.lane &&
      old.cells.length === cells.length &&
      cells.every((cell, n) => cell === old.cells[n]);
    return old && isSame ? old : { lane: row.lane, cells };
  });
}

/** The cells a card stands in. */
export function cellIds(rows: Grouping, card: BoardCard): string[] {
  return card.columnId === null ? [] : laneIds(rows, card).map((id) => cellId(id, card.columnId));
}

function cellId(groupId: string, columnId: string | null): string {
  return `${groupId}/${columnId}`;
}

/** What is folded with a lane: of a cell its whole row. */
export function rowOf(lane: Lane): string {
  return isCell(lane) ? lane.id.slice(0, lane.id.lastIndexOf("/")) : lane.id;
}

/** A place that has both: a column and a group. */
export function isCell(lane: Lane): boolean {
  return lane.column !== null && lane.group !== null;
}

/** The cell beside one: in its row for left and right, in its column for up and down; folded rows are passed over. */
export function cellBeside(lanes: readonly Lane[], cell: Lane, to: Direction): Lane | null {
  const inLine = lanes.filter((lane) =>
    to === "left" || to === "right"
      ? lane.group?.id === cell.group?.id && lane.group?.by === cell.group?.by
      : lane.column?.id === cell.column?.id && !lane.folded,
  );
  const step = to === "left" || to === "up" ? -1 : 1;
  return inLine[inLine.indexOf(cell) + step] ?? null;
}

/** The card the arrows lead to, also from cell to cell. */
export function neighbourAmong(
  lanes: readonly Lane[],
  from: { selected: string | null; selectedIn?: string | null },
  to: Direction,
): Found | null {
  const here = findCard(lanes, from.selected, from.selectedIn);
  if (!here || !isCell(here.lane)) return neighbour(lanes, from, to);
  const step = { up: -1, down: 1, left: 0, right: 0 }[to];
  if (step !== 0 && here.lane.cards[here.at + step]) return neighbour(lanes, from, to);
  let cell: Lane | null = here.lane;
  do cell = cellBeside(lanes, cell, to);
  while (cell && cell.cards.length === 0);
  if (!cell) return null;
  const at =
    to === "down" ? 0 : to === "up" ? cell.cards.length - 1 : Math.min(here.at, cell.cards.length - 1);
  const card = cell.cards[at];
  return card ? { lane: cell, laneAt: lanes.indexOf(cell), at, card } : null;
}
