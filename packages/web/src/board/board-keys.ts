import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { act, toggleAct } from "../lib/card-acts.ts";
import { type Key, useKeys } from "../lib/keyboard.ts";
import { useCan } from "../lib/session.ts";
import { type BoardWorld, useWorld } from "./board-context.ts";
import { type BoardMoves, refocus } from "./board-moves.ts";
import { cardElement, laneAround, type UiStore, useUiStore } from "./board-ui.ts";
import { fold } from "./folded.ts";
import { type Direction, findCard, type Lane } from "./lanes.ts";
import { markLane, toggleMarked } from "./marked.ts";
import type { QuickField } from "./quick-field.ts";
import { neighbourAmong, rowOf } from "./rows.ts";

export interface Doing {
  moves: BoardMoves;
  onField: (cardId: string, field: QuickField) => void;
  onMoveTo: (cardId: string) => void;
  onPeek: (cardId: string) => void;
  onMine: () => void;
  onFilter: () => void;
}

export interface At {
  ui: UiStore;
  world: BoardWorld;
  client: QueryClient;
}

/** The board by keyboard. */
export function useBoardKeys(doing: Doing): void {
  const ui = useUiStore();
  const world = useWorld();
  const client = useQueryClient();
  const mayCopy = useCan("project.create");
  const keys = useMemo(() => {
    const at = { ui, world, client };
    return [
      ...selecting(at),
      ...moving(at, doing),
      ...changing(at, doing),
      ...looking(at, doing),
      ...inLane(at),
      ...(mayCopy
        ? [{ keys: "shift+d", label: "Copy this board", run: () => ui.set({ copying: true }) }]
        : []),
    ];
  }, [doing, ui, world, client, mayCopy]);
  useKeys("Board", keys);
  useEffect(() => followFocus(ui), [ui]);
}

/** The keys speak of the card that has the focus, whichever way it came there. */
export function followFocus(ui: UiStore): () => void {
  const follow = ({ target }: FocusEvent) => {
    const card = target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
    const selected = card?.dataset.card;
    if (!card || !selected) return;
    const selectedIn = laneAround(card);
    const before = ui.get();
    if (selected !== before.selected || selectedIn !== before.selectedIn) ui.set({ selected, selectedIn });
  };
  document.addEventListener("focusin", follow);
  return () => document.removeEventListener("focusin", follow);
}

const ARROWS: [string, Direction, string][] = [
  ["arrowup", "up", "Card above"],
  ["arrowdown", "down", "Card below"],
  ["arrowleft", "left", "Card to the left"],
  ["arrowright", "right", "Card to the right"],
  ["k", "up", "Card above"],
  ["j", "down", "Card below"],
];

function selecting({ ui, world }: At): Key[] {
  return ARROWS.map(([keys, to, label]) => ({
    keys,
    label,
    run: () => {
      const next = neighbourAmong(world.lanes(), ui.get(), to);
      if (!next) return;
      ui.set({ selected: next.card.id, selectedIn: next.lane.id });
      refocus(next.lane.id, next.at, next.card.id);
    },
  }));
}

export function withCard({ ui, world }: At, run: (cardId: string) => void): () => void {
  return () => {
    const { selected, selectedIn } = ui.get();
    const here = findCard(world.lanes(), selected, selectedIn);
    if (here) run(here.card.id);
  };
}

function moving(at: At, { moves, onMoveTo }: Doing): Key[] {
  const by = (keys: string, direction: Direction, label: string): Key => ({
    keys,
    label,
    run: withCard(at, (id) => moves.by(id, direction)),
  });
  return [
    by("shift+arrowup", "up", "Move up"),
    by("shift+arrowdown", "down", "Move down"),
    by("shift+arrowleft", "left", "Move left"),
    by("shift+arrowright", "right", "Move right"),
    by("<", "left", "Move to the column on the left"),
    by(">", "right", "Move to the column on the right"),
    { keys: "s", label: "Move to...", run: withCard(at, onMoveTo) },
  ];
}

const FIELDS: [string, QuickField, string][] = [
  ["a", "people", "People"],
  ["l", "labels", "Labels"],
  ["d", "dates", "Dates"],
  ["e", "estimate", "Estimate"],
  ["t", "title", "Title"],
  ["v", "milestone", "Milestone"],
];
const LABEL_KEYS = 9;

export function changing(at: At, { onField }: Doing): Key[] {
  const { world, client } = at;
  const mark = (kind: "people" | "labels", markId: string) =>
    withCard(at, (cardId) => {
      const here = findCard(world.lanes(), cardId);
      if (here) void act(client, toggleAct({ ...here.card, projectId: world.projectId }, kind, markId));
    });
  return [
    ...FIELDS.map(([keys, field, label]) => ({
      keys,
      label,
      run: withCard(at, (cardId) => onField(cardId, field)),
    })),
    { keys: "m", label: "Assign to me", run: mark("people", world.me) },
    ...[...world.labels.values()].slice(0, LABEL_KEYS).map(({ id, name }, place) => ({
      keys: String(place + 1),
      label: `Label ${name}`,
      run: mark("labels", id),
    })),
  ];
}

export function looking(at: At, { onPeek, onMine, onFilter }: Doing): Key[] {
  const { ui, world } = at;
  const compose =
    (below: boolean, templates = false) =>
    () => {
      const { selected, selectedIn } = ui.get();
      const here = findCard(world.lanes(), selected, selectedIn);
      const open = (lane: Lane) => !lane.folded;
      const lane = here && open(here.lane) ? here.lane : world.lanes().find(open);
      const next = below && lane?.column ? (here?.card.id ?? null) : null;
      if (lane) ui.set({ composer: { laneId: lane.id, below: next, templates } });
    };
  const open = withCard(at, (cardId) => {
    const here = findCard(world.lanes(), cardId);
    if (here) world.open(`${world.projectKey}-${here.card.number}`);
  });
  const menu = withCard(at, (cardId) => {
    const place = cardElement(cardId)?.querySelector("[data-menu]")?.getBoundingClientRect();
    if (place) ui.set({ menu: { cardId, at: place } });
  });
  const mark = withCard(at, (cardId) => toggleMarked(ui, cardId, ui.get().selectedIn));
  return [
    { keys: "enter", label: "Open card", run: open },
    { keys: "space", label: "Peek", run: withCard(at, onPeek) },
    { keys: ".", label: "More", run: menu },
    { keys: "x", label: "Select", run: mark },
    { keys: "mod+a", label: "Select the whole column", run: () => markLane(world, ui) },
    ...(world.creates
      ? [
          { keys: "c", label: "New card", run: compose(false) },
          { keys: "n", label: "New card below", run: compose(true) },
          { keys: "shift+n", label: "New card from a template", run: compose(true, true) },
        ]
      : []),
    { keys: "q", label: "Only mine", run: onMine },
    { keys: "/", label: "Filter", run: onFilter },
    { keys: "f", label: "Filter", run: onFilter },
  ];
}

/** What is done with a lane: the one in which the focus is, or that of the selected card. */
function inLane({ ui, world }: At): Key[] {
  const lane = () => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-slot]")?.dataset.slot;
    const { selected, selectedIn } = ui.get();
    return (
      world.lanes().find(({ id }) => id === focused) ??
      findCard(world.lanes(), selected, selectedIn)?.lane ??
      world.lanes()[0]
    );
  };
  const toggle = () => {
    const here = lane();
    if (!here) return;
    fold(world.projectId, rowOf(here), !here.folded);
  };
  const menu = () => {
    const column = lane()?.column;
    const at = column && document.getElementById(`menu-${column.id}`)?.getBoundingClientRect();
    if (column && at) ui.set({ columnMenu: { columnId: column.id, at } });
  };
  return [
    { keys: "-", label: "Fold or unfold the column or row", run: toggle },
    ...(world.creates && !world.by
      ? [{ keys: ":", label: "Column: sort, copy, archive its cards", run: menu }]
      : []),
  ];
}
