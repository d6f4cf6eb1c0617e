import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { buttonsAt, buttonsQuery, type CardButton, pressButton, pressKeys } from "../lib/buttons.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useWorld } from "./board-context.ts";
import { withCard } from "./board-keys.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import { clearMarked, markedCards } from "./marked.ts";

/** "B 1" presses the first button: for the card that has the focus, or for all that are selected. */
export function ButtonKeys() {
  const world = useWorld();
  const ui = useUiStore();
  const client = useQueryClient();
  const { data } = useQuery(buttonsQuery(world.projectId));
  const areSelected = useUi(({ marked }) => marked.size > 0);
  const keys = useMemo(() => {
    const pressFor = (button: CardButton, cardIds: string[]) =>
      void pressButton(client, world.projectId, button, cardIds);
    const one = (button: CardButton) =>
      withCard({ ui, world, client }, (cardId) => pressFor(button, [cardId]))();
    const all = (button: CardButton) => {
      const cards = markedCards(world, ui.get().marked);
      clearMarked(ui);
      pressFor(
        button,
        cards.map(({ id }) => id),
      );
    };
    return areSelected
      ? pressKeys(buttonsAt(data ?? [], "board"), all)
      : pressKeys(buttonsAt(data ?? [], "card"), one);
  }, [areSelected, data, ui, world, client]);
  useKeys("Buttons", keys, { when: keys.length > 0 });
  return null;
}
