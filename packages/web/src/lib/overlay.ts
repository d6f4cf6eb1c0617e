import { useSyncExternalStore } from "react";

export interface Overlay {
  open: () => void;
  close: () => void;
  useIsOpen: () => boolean;
}

/** Something that any part of the app may open and that one place shows. */
export function createOverlay(): Overlay {
  let shown = false;
  let listeners: (() => void)[] = [];
  const show = (next: boolean) => {
    shown = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners = [...listeners, listener];
    return () => {
      listeners = listeners.filter((other) => other !== listener);
    };
  };
  return {
    open: () => show(true),
    close: () => show(false),
    useIsOpen: () => useSyncExternalStore(subscribe, () => shown),
  };
}
