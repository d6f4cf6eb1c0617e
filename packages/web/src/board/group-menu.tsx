import { Button, Menu } from "@mantine/core";
import { IconLayoutColumns } from "@tabler/icons-react";
import type { BoardSearch } from "./board-filter.ts";
import { GROUPINGS, type Grouping } from "./groups.ts";

const GROUP_WORDS: Record<Grouping, string> = { milestone: "Milestone", person: "Person", label: "Label" };

/** What the columns of the board are. */
export function GroupMenu({
  by,
  onChange,
}: {
  by: Grouping | undefined;
  onChange: (next: BoardSearch) => void;
}) {
  const options: [Grouping | undefined, string][] = [
    [undefined, "Status"],
    ...GROUPINGS.map((each): [Grouping, string] => [each, GROUP_WORDS[each]]),
  ];
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button size="compact-md" variant="default" leftSection={<IconLayoutColumns size={16} aria-hidden />}>
          {by ? `By ${GROUP_WORDS[by].toLowerCase()}` : "By status"}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Columns are</Menu.Label>
        <Menu.RadioGroup
          value={by ?? "status"}
          onChange={(value) => onChange({ by: GROUPINGS.find((each) => each === value) })}
        >
          {options.map(([value, label]) => (
            <Menu.RadioItem key={label} value={value ?? "status"}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
