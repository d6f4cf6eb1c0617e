import { Button, Kbd } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { keyWords } from "../lib/key-match.ts";

const CommandPalette = lazy(async () => ({
  default: (await import("./command-palette.tsx")).CommandPalette,
}));

let shown = false;
let listeners: (() => void)[] = [];

export function openCommands(): void {
  show(true);
}

export function CommandButton() {
  return (
    <Button
      variant="default"
      onClick={openCommands}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        <Kbd size="xs" visibleFrom="sm">
          {keyWords("mod+k").join(" ")}
        </Kbd>
      }
      px="sm"
    >
      Go to
    </Button>
  );
}

/** Fetched when first opened: most visits never open it. */
export function CommandMenu() {
  const open = useSyncExternalStore(subscribe, () => shown);
  if (!open) return null;
  return (
    <Suspense>
      <CommandPalette onClose={() => show(false)} />
    </Suspense>
  );
}

function show(next: boolean): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
