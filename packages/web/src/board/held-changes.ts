import { useCallback, useEffect, useState } from "react";
import type { UiStore } from "./board-ui.ts";

/** A move of somebody else that waits because the pointer is where it would happen. */
export interface HeldChange {
  cardId: string;
  laneIds: readonly string[];
  apply: () => void;
}

interface Held {
  held: readonly HeldChange[];
  hold: (change: HeldChange) => void;
  /** Shows all of them now. */
  release: () => void;
}

/** Keeps changes until the pointer has left their columns, or until they are asked for. */
export function useHeld(ui: UiStore): Held {
  const [held, setHeld] = useState<readonly HeldChange[]>([]);
  const hold = useCallback(
    (change: HeldChange) =>
      setHeld((all) => [...all.filter(({ cardId }) => cardId !== change.cardId), change]),
    [],
  );
  const release = useCallback(() => {
    for (const { apply } of held) apply();
    setHeld([]);
  }, [held]);
  useEffect(() => {
    if (held.length === 0) return;
    return ui.subscribe(() => {
      const free = held.filter(({ laneIds }) => !isBusy(ui, laneIds));
      if (free.length === 0) return;
      setHeld(held.filter((change) => !free.includes(change)));
      for (const { apply } of free) apply();
    });
  }, [ui, held]);
  return { held, hold, release };
}

/** Whether something there would jump under the pointer. */
export function isBusy(ui: UiStore, laneIds: readonly string[]): boolean {
  const { drag, hovered } = ui.get();
  return drag !== null || (hovered !== null && laneIds.includes(hovered));
}
