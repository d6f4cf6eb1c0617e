import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { BoardCard } from "../lib/board-query.ts";
import type { UiStore } from "./board-ui.ts";

/** Makes the whole card draggable; on touch screens the browser asks for a long press. */
export function carryCard(element: HTMLElement, card: () => BoardCard, ui: UiStore): () => void {
  return draggable({
    element,
    canDrag: ({ element: taken }) => taken === element,
    getInitialData: () => ({ cardId: card().id }),
    onDragStart: () => {
      const { id, columnId } = card();
      if (columnId)
        ui.set({ selected: id, drag: { cardId: id, fromColumn: columnId, height: element.offsetHeight } });
    },
  });
}

/** A column takes cards at the place under the pointer and shows that place as a gap. */
export function acceptCards(
  element: HTMLElement,
  columnId: string,
  ui: UiStore,
  placeAt: (clientY: number) => number,
): () => void {
  const show = (clientY: number) => {
    const index = placeAt(clientY);
    const { gap } = ui.get();
    if (gap?.columnId !== columnId || gap.index !== index) ui.set({ gap: { columnId, index } });
  };
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => typeof source.data.cardId === "string",
    getData: () => ({ columnId }),
    onDragEnter: ({ location }) => show(location.current.input.clientY),
    onDrag: ({ location }) => show(location.current.input.clientY),
    onDragLeave: () => {
      if (ui.get().gap?.columnId === columnId) ui.set({ gap: null });
    },
  });
}
