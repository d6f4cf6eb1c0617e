import { Button, Kbd } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { keyWords } from "../lib/key-match.ts";
import { later } from "../lib/later.ts";
import { createOverlay } from "../lib/overlay.ts";

const CommandPalette = lazy(
  later(async () => ({ default: (await import("./command-palette.tsx")).CommandPalette })),
);

const commands = createOverlay();

export const openCommands = commands.open;

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
  const open = commands.useIsOpen();
  if (!open) return null;
  return (
    <Suspense>
      <CommandPalette onClose={commands.close} />
    </Suspense>
  );
}
