import { Button, Kbd } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { keyWords } from "../lib/key-match.ts";
import { late } from "../lib/late.ts";
import { createOverlay } from "../lib/overlay.ts";

const CommandPalette = late(async () => (await import("./command-palette.tsx")).CommandPalette);

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
      Search
    </Button>
  );
}

/** Fetched when first opened: most visits never open it. */
export function CommandMenu() {
  const open = commands.useIsOpen();
  return open ? <CommandPalette onClose={commands.close} /> : null;
}
