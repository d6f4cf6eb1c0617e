import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { cardQuery } from "../lib/board-query.ts";
import type { UiStore } from "./board-ui.ts";

/** Whoever walks over cards with the arrows does not mean each of them. */
const REST_MS = 150;

/** The card that is likely opened next is read before it is: the one that is pressed, and the one that stays selected. */
export function useReadAhead(ui: UiStore, projectId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let last = ui.get().selected;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (cardId: string) => void client.prefetchQuery(cardQuery(projectId, cardId));
    const press = ({ target }: PointerEvent) => {
      const card = target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
      if (card?.dataset.card) read(card.dataset.card);
    };
    const stop = ui.subscribe(() => {
      const { selected } = ui.get();
      if (selected === last) return;
      last = selected;
      clearTimeout(timer);
      if (selected) timer = setTimeout(() => read(selected), REST_MS);
    });
    document.addEventListener("pointerdown", press, { passive: true });
    return () => {
      stop();
      clearTimeout(timer);
      document.removeEventListener("pointerdown", press);
    };
  }, [client, ui, projectId]);
}
