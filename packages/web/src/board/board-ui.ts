import { createContext, use, useSyncExternalStore } from "react";

/** What the pointer and the keys are at, apart from the data, so that a drag draws only the columns it touches. */
export interface BoardUi {
  /** The first cards are painted; the rest of the window may follow. */
  painted: boolean;
  /** The card the keys speak of, and in which lane: it may stand in several. */
  selected: string | null;
  selectedIn: string | null;
  /** Cards that are selected together, with the lane in which each was. */
  marked: Marked;
  drag: { cardId: string; fromLane: string; height: number } | null;
  gap: { laneId: string; index: number | null } | null;
  /** The lane under the pointer: nothing moves there by itself. */
  hovered: string | null;
  /** Open new-card line: at the end of a lane, or below a card; or what it can begin with. */
  composer: { laneId: string; below: string | null; templates?: boolean } | null;
  menu: { cardId: string; at: DOMRect } | null;
  columnMenu: { columnId: string; at: DOMRect } | null;
  /** Asks what of the whole board is copied. */
  copying: boolean;
}

export type Marked = ReadonlyMap<string, string | null>;

export interface UiStore {
  get: () => BoardUi;
  set: (change: Partial<BoardUi>) => void;
  subscribe: (listener: () => void) => () => void;
}

const NONE: Marked = new Map();

export function makeUi(): UiStore {
  let state: BoardUi = {
    painted: false,
    selected: null,
    selectedIn: null,
    marked: NONE,
    drag: null,
    gap: null,
    hovered: null,
    composer: null,
    menu: null,
    columnMenu: null,
    copying: false,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const UiContext = createContext<UiStore | null>(null);

export function useUiStore(): UiStore {
  const store = use(UiContext);
  if (!store) throw new Error("useUiStore is for what stands on the board");
  return store;
}

/** One fact of it; the component is drawn again only when that fact changes. */
export function useUi<T>(read: (state: BoardUi) => T): T {
  const store = useUiStore();
  return useSyncExternalStore(store.subscribe, () => read(store.get()));
}

/** The lane in which something of the board stands. */
export function laneAround(element: Element): string | null {
  return element.closest<HTMLElement>("[data-lane]")?.dataset.lane ?? null;
}

/** The element of a card that is drawn just now. */
export function cardElement(cardId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"]`);
}

/** Focus goes to the title: it is the card's link. */
export function focusCard(cardId: string, laneId: string | null = null): boolean {
  const inLane = laneId ? `[data-lane="${CSS.escape(laneId)}"] [data-card="${CSS.escape(cardId)}"]` : null;
  const here = (inLane && document.querySelector(inLane)) || cardElement(cardId);
  const link = here?.querySelector<HTMLElement>("a");
  link?.focus({ preventScroll: true });
  return link != null;
}
