import { Button } from "@mantine/core";
import { IconLayoutColumns } from "@tabler/icons-react";
import { late } from "../lib/late.ts";
import { LateMenu } from "../ui/late-menu.tsx";
import type { BoardSearch } from "./board-filter.ts";
import { GROUP_WORDS, type Grouping } from "./groups.ts";

const GroupItems = late(async () => (await import("./group-items.tsx")).GroupItems);

interface GroupMenuProps {
  by: Grouping | undefined;
  rows: Grouping | undefined;
  onChange: (next: BoardSearch) => void;
}

/** What the columns of the board are, and whether it has rows. */
export function GroupMenu({ by, rows, onChange }: GroupMenuProps) {
  return (
    <LateMenu
      fetch={GroupItems.fetch}
      menu={(at) => <GroupItems at={at} by={by} rows={rows} onChange={onChange} />}
    >
      {(button) => (
        <Button
          {...button}
          size="compact-md"
          variant="default"
          leftSection={<IconLayoutColumns size={16} aria-hidden />}
        >
          {by
            ? `By ${GROUP_WORDS[by].toLowerCase()}`
            : `By status${rows ? ` and ${GROUP_WORDS[rows].toLowerCase()}` : ""}`}
        </Button>
      )}
    </LateMenu>
  );
}
