import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";
import type { Input } from "@atlaskit/pragmatic-drag-and-drop/types";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import type { BoardCard } from "../lib/board-query.ts";
import type { BoardMoves } from "./board-moves.ts";
import { focusCard, laneAround, type UiStore } from "./board-ui.ts";
import { bundleOf } from "./drag-bundle.ts";
import { carryByTouch } from "./touch-drag.ts";
import { offerPlaces, type PlaceAt } from "./touch-places.ts";

let byTouch = false;
const noteTouch = ({ pointerType }: PointerEvent) => {
  byTouch = pointerType === "touch";
};
document.addEventListener("pointerdown", noteTouch, { capture: true, passive: true });

/** Makes the whole card draggable with the mouse or a pen; a finger is `carryByTouch`'s. */
export function carryCard(element: HTMLElement, card: () => BoardCard, ui: UiStore): () => void {
  return draggable({
    element,
    canDrag: ({ element: taken }) => taken === element && !byTouch,
    getInitialData: () => ({ cardId: card().id }),
    onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
      const { marked } = ui.get();
      if (marked.size < 2 || !marked.has(card().id)) return;
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: () => underPointer(element, location.current.input),
        render: ({ container }) => container.append(bundleOf(element, marked.size)),
      });
    },
    onDragStart: () => {
      const { id } = card();
      const laneId = laneAround(element);
      if (laneId)
        ui.set({
          selected: id,
          selectedIn: laneId,
          drag: { cardId: id, fromLane: laneId, height: element.offsetHeight },
        });
    },
  });
}

/** It hangs where it was taken. */
function underPointer(element: HTMLElement, { clientX, clientY }: Input): { x: number; y: number } {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** A column takes cards at the place under the pointer and shows that place as a gap; a group has no places. */
export function acceptCards(element: HTMLElement, laneId: string, ui: UiStore, placeAt: PlaceAt): () => void {
  const show = (clientY: number) => {
    const index = placeAt(clientY);
    const { gap } = ui.get();
    if (gap?.laneId !== laneId || gap.index !== index) ui.set({ gap: { laneId, index } });
  };
  const stopOffering = offerPlaces(laneId, placeAt);
  const stopAccepting = dropTargetForElements({
    element,
    canDrop: ({ source }) => typeof source.data.cardId === "string",
    getData: () => ({ laneId }),
    onDragEnter: ({ location }) => show(location.current.input.clientY),
    onDrag: ({ location }) => show(location.current.input.clientY),
    onDragLeave: () => {
      if (ui.get().gap?.laneId === laneId) ui.set({ gap: null });
    },
  });
  return () => {
    stopOffering();
    stopAccepting();
  };
}

/** What is wider or longer than its frame moves along when a card is held at its edge. */
export function scrollAlong(element: HTMLElement): () => void {
  return autoScrollForElements({ element });
}

/** Where a drop leads, and the end of every drag. */
export function takeDrops(board: HTMLElement, ui: UiStore, moves: BoardMoves): () => void {
  const stops = [
    monitorForElements({
      canMonitor: ({ source }) => typeof source.data.cardId === "string",
      onDrop: ({ source, location }) => {
        const { gap } = ui.get();
        ui.set({ drag: null, gap: null });
        const { cardId } = source.data;
        if (typeof cardId !== "string") return;
        const target = location.current.dropTargets[0];
        if (target && gap) moves.drop(cardId, gap.laneId, gap.index);
        requestAnimationFrame(() => focusCard(cardId, ui.get().selectedIn));
      },
    }),
    scrollAlong(board),
    carryByTouch(board, ui, moves.drop),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
