import { type MouseEvent, useCallback } from "react";
import { useWorld } from "../board-context.ts";
import { laneAround, useUiStore } from "../board-ui.ts";
import { toggleMarked } from "../marked.ts";

/** A click opens a card or its menu, with Shift it selects; other modifiers stay the browser's. */
export function useCalendarClicks(): (event: MouseEvent<HTMLElement>) => void {
  const world = useWorld();
  const ui = useUiStore();
  return useCallback(
    (event) => {
      const { target } = event;
      if (event.metaKey || event.ctrlKey || event.button !== 0 || !(target instanceof Element)) return;
      const { card: cardId, ref } = target.closest<HTMLElement>("[data-card]")?.dataset ?? {};
      if (!cardId || !ref) return;
      event.preventDefault();
      event.stopPropagation();
      const selectedIn = laneAround(target);
      const menu = target.closest("[data-menu]");
      ui.set({ selected: cardId, selectedIn });
      if (menu) ui.set({ menu: { cardId, at: menu.getBoundingClientRect() } });
      else if (event.shiftKey) toggleMarked(ui, cardId, selectedIn);
      else world.open(ref);
    },
    [world, ui],
  );
}
