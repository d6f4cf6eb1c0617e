import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { toggleMark } from "../lib/card-acts.ts";
import { type Key, useKeys } from "../lib/keyboard.ts";
import { useWorld } from "./board-context.ts";
import type { BoardMoves } from "./board-moves.ts";
import { refocus } from "./board-moves.ts";
import { cardElement, useUiStore } from "./board-ui.ts";
import { type Direction, findCard, neighbour } from "./lanes.ts";
import type { QuickField } from "./quick-field.ts";

interface Doing {
  moves: BoardMoves;
  onField: (cardId: string, field: QuickField) => void;
  onMoveTo: (cardId: string) => void;
  onPeek: (cardId: string) => void;
  onMine: () => void;
  onFilter: () => void;
}

/** The board by keyboard. */
export function useBoardKeys(doing: Doing): void {
  const { moves, onField, onMoveTo, onPeek, onMine, onFilter } = doing;
  const ui = useUiStore();
  const world = useWorld();
  const client = useQueryClient();
  const keys = useMemo(() => {
    const found = () => findCard(world.lanes(), ui.get().selected);
    const withCard = (run: (cardId: string) => void) => () => {
      const here = found();
      if (here) run(here.card.id);
    };
    const select = (to: Direction) => () => {
      const next = neighbour(world.lanes(), ui.get().selected, to);
      const place = next && findCard(world.lanes(), next.id);
      if (!place) return;
      ui.set({ selected: place.card.id });
      refocus(place.lane.column.id, place.at, place.card.id);
    };
    const compose = (below: boolean) => () => {
      const here = found();
      const columnId = here?.lane.column.id ?? world.columns[0]?.id;
      if (columnId) ui.set({ composer: { columnId, below: below ? (here?.card.id ?? null) : null } });
    };
    const mark = (kind: "people" | "labels", markId: string | undefined) =>
      withCard((cardId) => {
        const here = findCard(world.lanes(), cardId);
        if (here && markId)
          void toggleMark(client, { ...here.card, projectId: world.projectId }, kind, markId);
      });
    const menu = withCard((cardId) => {
      const at = cardElement(cardId)?.querySelector("[data-menu]")?.getBoundingClientRect();
      if (at) ui.set({ menu: { cardId, at } });
    });
    const field = (name: QuickField) => withCard((cardId) => onField(cardId, name));
    const labels = [...world.labels.values()];
    const list: Key[] = [
      { keys: "arrowup", label: "Card above", run: select("up") },
      { keys: "arrowdown", label: "Card below", run: select("down") },
      { keys: "arrowleft", label: "Card to the left", run: select("left") },
      { keys: "arrowright", label: "Card to the right", run: select("right") },
      { keys: "k", label: "Card above", run: select("up") },
      { keys: "j", label: "Card below", run: select("down") },
      {
        keys: "enter",
        label: "Open card",
        run: withCard((cardId) => {
          const here = findCard(world.lanes(), cardId);
          if (here) world.open(`${world.projectKey}-${here.card.number}`);
        }),
      },
      { keys: "space", label: "Peek", run: withCard(onPeek) },
      { keys: "c", label: "New card", run: compose(false) },
      { keys: "n", label: "New card below", run: compose(true) },
      { keys: "shift+arrowup", label: "Move up", run: withCard((id) => moves.by(id, "up")) },
      { keys: "shift+arrowdown", label: "Move down", run: withCard((id) => moves.by(id, "down")) },
      { keys: "shift+arrowleft", label: "Move left", run: withCard((id) => moves.by(id, "left")) },
      { keys: "shift+arrowright", label: "Move right", run: withCard((id) => moves.by(id, "right")) },
      { keys: "<", label: "Move to the column on the left", run: withCard((id) => moves.by(id, "left")) },
      { keys: ">", label: "Move to the column on the right", run: withCard((id) => moves.by(id, "right")) },
      { keys: "s", label: "Move to...", run: withCard(onMoveTo) },
      { keys: "a", label: "People", run: field("people") },
      { keys: "m", label: "Assign to me", run: mark("people", world.me) },
      { keys: "l", label: "Labels", run: field("labels") },
      { keys: "d", label: "Dates", run: field("dates") },
      { keys: "e", label: "Estimate", run: field("estimate") },
      { keys: "t", label: "Title", run: field("title") },
      { keys: "v", label: "Milestone", run: field("milestone") },
      { keys: "q", label: "Only mine", run: onMine },
      { keys: "/", label: "Filter", run: onFilter },
      { keys: "f", label: "Filter", run: onFilter },
      { keys: ".", label: "More", run: menu },
      ...labels.slice(0, 9).map(({ id, name }, at) => ({
        keys: String(at + 1),
        label: `Label ${name}`,
        run: mark("labels", id),
      })),
    ];
    return list;
  }, [moves, onField, onMoveTo, onPeek, onMine, onFilter, ui, world, client]);
  useKeys("Board", keys);
}
