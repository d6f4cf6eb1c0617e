import { createContext, use } from "react";
import type { Board } from "../lib/board-query.ts";
import type { Grouping } from "./groups.ts";
import type { Lane } from "./lanes.ts";

/** What every column and card of one board needs; it changes only when the board's own lists do. */
export interface BoardWorld {
  projectId: string;
  projectKey: string;
  me: string;
  today: string;
  people: ReadonlyMap<string, Board["people"][number]>;
  labels: ReadonlyMap<string, Board["labels"][number]>;
  milestones: ReadonlyMap<string, Board["milestones"][number]>;
  fields: ReadonlyMap<string, Board["fields"][number]>;
  /** Cards that come after something open. */
  waiting: ReadonlySet<string>;
  /** Whether this viewer wants pictures on the cards. */
  covers: boolean;
  columns: Board["columns"];
  /** May make cards: a guest works on those that carry them. */
  creates: boolean;
  /** May change the columns. */
  manages: boolean;
  /** What the lanes are, when they are not the columns. */
  by: Grouping | undefined;
  /** What the rows are, where groups stand across the columns. */
  rows?: Grouping | undefined;
  /** The lanes as they are shown now, for acts; not to be drawn from. */
  lanes: () => readonly Lane[];
  /** The same by column, whatever is shown. */
  columnLanes: () => readonly Lane[];
  open: (ref: string) => void;
}

export const WorldContext = createContext<BoardWorld | null>(null);

export function useWorld(): BoardWorld {
  const world = use(WorldContext);
  if (!world) throw new Error("useWorld is for what stands on the board");
  return world;
}
