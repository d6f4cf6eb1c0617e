import type { BoardCard } from "../../lib/board-query.ts";
import type { Lane } from "../lanes.ts";

export type ListRow =
  | { kind: "head"; key: string; lane: Lane }
  | { kind: "card"; key: string; lane: Lane; card: BoardCard }
  | { kind: "add"; key: string; lane: Lane };

interface Shown {
  folded: ReadonlySet<string>;
  /** Each group ends with the line of a new card. */
  creates: boolean;
  /** One group has no head. */
  heads: boolean;
}

/** The groups one below the other, as the window counts them. */
export function listRows(lanes: readonly Lane[], { folded, creates, heads }: Shown): ListRow[] {
  const rows: ListRow[] = [];
  for (const lane of lanes) {
    if (heads) rows.push({ kind: "head", key: `head ${lane.id}`, lane });
    if (heads && folded.has(lane.id)) continue;
    for (const card of lane.cards) rows.push({ kind: "card", key: `${lane.id} ${card.id}`, lane, card });
    if (creates) rows.push({ kind: "add", key: `add ${lane.id}`, lane });
  }
  return rows;
}

/** The card the arrows lead to, over the ends of groups; without a selection the first. */
export function cardBeside(
  rows: readonly ListRow[],
  { selected, selectedIn }: { selected: string | null; selectedIn: string | null },
  step: 1 | -1,
): number {
  const isHere = (row: ListRow) =>
    row.kind === "card" && row.card.id === selected && (row.lane.id === selectedIn || selectedIn === null);
  const here = rows.findIndex(isHere);
  if (here < 0) return rows.findIndex(({ kind }) => kind === "card");
  for (let at = here + step; at >= 0 && at < rows.length; at += step)
    if (rows[at]?.kind === "card") return at;
  return here;
}
