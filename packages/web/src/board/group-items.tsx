import { Menu } from "@mantine/core";
import { showCovers, useCovers } from "../lib/covers.ts";
import { useCan } from "../lib/session.ts";
import type { MenuPlace } from "../ui/late-menu.tsx";
import { MenuBelow } from "../ui/menu-below.tsx";
import type { BoardSearch } from "./board-filter.ts";
import { useUiStore } from "./board-ui.ts";
import { GROUP_WORDS, GROUPINGS, type Grouping } from "./groups.ts";

interface GroupItemsProps {
  at: MenuPlace;
  by: Grouping | undefined;
  rows: Grouping | undefined;
  onChange: (next: BoardSearch) => void;
}

export function GroupItems({ at, by, rows, onChange }: GroupItemsProps) {
  const covers = useCovers();
  const ui = useUiStore();
  const mayCopy = useCan("project.create");
  const options: [Grouping | undefined, string][] = [
    [undefined, "Status"],
    ...GROUPINGS.map((each): [Grouping, string] => [each, GROUP_WORDS[each]]),
  ];
  return (
    <MenuBelow at={at} position="bottom-start" width={200}>
      <Menu.Label>Columns are</Menu.Label>
      <Menu.RadioGroup
        value={by ?? "status"}
        onChange={(value) => onChange({ by: GROUPINGS.find((each) => each === value), rows: undefined })}
      >
        {options.map(([value, label]) => (
          <Menu.RadioItem key={label} value={value ?? "status"}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Label>Rows are</Menu.Label>
      <Menu.RadioGroup
        value={rows ?? "none"}
        onChange={(value) => onChange({ by: undefined, rows: GROUPINGS.find((each) => each === value) })}
      >
        <Menu.RadioItem value="none">None</Menu.RadioItem>
        {GROUPINGS.map((each) => (
          <Menu.RadioItem key={each} value={each}>
            {GROUP_WORDS[each]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.CheckboxItem checked={covers} onChange={showCovers}>
        Show covers
      </Menu.CheckboxItem>
      {mayCopy ? <Menu.Item onClick={() => ui.set({ copying: true })}>Copy this board...</Menu.Item> : null}
    </MenuBelow>
  );
}
