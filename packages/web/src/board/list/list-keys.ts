import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo } from "react";
import { type Key, useKeys } from "../../lib/keyboard.ts";
import { useWorld } from "../board-context.ts";
import { type At, changing, type Doing, followFocus, looking, withCard } from "../board-keys.ts";
import { useUiStore } from "../board-ui.ts";
import { findCard } from "../lanes.ts";
import type { ListColumn } from "./list-columns.ts";

export interface ListDoing extends Doing {
  onCopy: (cardId: string) => void;
  onTemplate: (cardId: string) => void;
  /** To the card above or below. */
  onStep: (step: 1 | -1) => void;
  /** To the cell beside. */
  onCell: (step: 1 | -1) => void;
  /** Changes the cell that the arrows are at; the title opens the card instead. */
  onEnter: (cardId: string) => void;
  onEdit: (cardId: string, cell: string) => void;
}

interface Cells {
  columns: readonly ListColumn[];
  at: RefObject<string>;
  /** Cards stand as on the board, so they can be moved up and down. */
  placed: boolean;
}

/** The list by keyboard: arrows over cells, and the board's own keys for the selected card. */
export function useListKeys(doing: ListDoing, { columns, at, placed }: Cells): void {
  const ui = useUiStore();
  const world = useWorld();
  const client = useQueryClient();
  const keys = useMemo(() => {
    const here = { ui, world, client };
    const own = [...selecting(doing), ...editing(here, doing, at), ...moving(here, doing, placed)];
    const taken = new Set(own.map(({ keys: each }) => each));
    const board = [...changing(here, doing), ...looking(here, doing)].filter((key) => !taken.has(key.keys));
    return [...own, ...board];
  }, [doing, ui, world, client, at, placed]);
  useKeys("List", keys, { when: columns.length > 0 });
  useEffect(() => followFocus(ui), [ui]);
}

function selecting({ onStep, onCell }: ListDoing): Key[] {
  return [
    { keys: "arrowup", label: "Card above", run: () => onStep(-1) },
    { keys: "arrowdown", label: "Card below", run: () => onStep(1) },
    { keys: "k", label: "Card above", run: () => onStep(-1) },
    { keys: "j", label: "Card below", run: () => onStep(1) },
    { keys: "arrowleft", label: "Cell to the left", run: () => onCell(-1) },
    { keys: "arrowright", label: "Cell to the right", run: () => onCell(1) },
  ];
}

function editing(here: At, { onEnter, onEdit }: ListDoing, at: RefObject<string>): Key[] {
  return [
    { keys: "enter", label: "Change the cell, or open the card", run: withCard(here, onEnter) },
    { keys: "f2", label: "Change the cell", run: withCard(here, (id) => onEdit(id, at.current)) },
    { keys: "p", label: "Priority", run: withCard(here, (id) => onEdit(id, "priority")) },
  ];
}

function moving(here: At, { moves, onMoveTo }: ListDoing, placed: boolean): Key[] {
  const beside = (step: 1 | -1) =>
    withCard(here, (cardId) => {
      const found = findCard(here.world.columnLanes(), cardId);
      const next = found && here.world.columns[found.laneAt + step];
      if (found?.lane.column && next) moves.toEnd(cardId, next.id, "bottom");
    });
  const order: Key[] = [
    { keys: "shift+arrowup", label: "Move up", run: withCard(here, (id) => moves.by(id, "up")) },
    { keys: "shift+arrowdown", label: "Move down", run: withCard(here, (id) => moves.by(id, "down")) },
  ];
  return [
    ...(placed ? order : []),
    { keys: "<", label: "Move to the column before", run: beside(-1) },
    { keys: ">", label: "Move to the next column", run: beside(1) },
    { keys: "s", label: "Move to...", run: withCard(here, onMoveTo) },
  ];
}
