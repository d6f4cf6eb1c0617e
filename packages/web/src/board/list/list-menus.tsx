import { Button, Menu } from "@mantine/core";
import { IconArrowsSort, IconColumns3, IconListTree } from "@tabler/icons-react";
import { type ListColumn, shownColumns, TITLE, toggledColumn } from "./list-columns.ts";
import { GROUP_NAMES, LIST_GROUPS, type ListSearch, nextSort, readSort } from "./list-search.ts";

interface ListMenusProps {
  all: readonly ListColumn[];
  search: ListSearch;
  onChange: (change: ListSearch) => void;
}

/** Groups, order and columns of the list; whether what is done is shown. */
export function ListMenus({ all, search, onChange }: ListMenusProps) {
  const { by = "status", sort, cols, done = false } = search;
  const shown = shownColumns(all, cols);
  const sorted = readSort(sort);
  const sortedBy = [TITLE, ...all].find(({ key }) => key === sorted?.column);
  return (
    <>
      <Menu position="bottom-start" width={200}>
        <Menu.Target>
          <Button size="compact-md" variant="default" leftSection={<IconListTree size={16} aria-hidden />}>
            {by === "none" ? "Not grouped" : `By ${GROUP_NAMES[by].toLowerCase()}`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Grouped by</Menu.Label>
          <Menu.RadioGroup
            value={by}
            onChange={(value) =>
              onChange({ by: LIST_GROUPS.find((each) => each === value && each !== "status") })
            }
          >
            {LIST_GROUPS.map((each) => (
              <Menu.RadioItem key={each} value={each}>
                {GROUP_NAMES[each]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start" width={220} closeOnItemClick={false}>
        <Menu.Target>
          <Button size="compact-md" variant="default" leftSection={<IconArrowsSort size={16} aria-hidden />}>
            {sortedBy ? `${sortedBy.name} ${sorted?.down ? "↓" : "↑"}` : "Sort"}
          </Button>
        </Menu.Target>
        <Menu.Dropdown style={{ maxHeight: "80dvh", overflowY: "auto" }}>
          <Menu.Label>Sorted by; again for the other way</Menu.Label>
          <Menu.CheckboxItem checked={!sortedBy} onChange={() => onChange({ sort: undefined })}>
            As on the board
          </Menu.CheckboxItem>
          {[TITLE, ...all].map(({ key, name }) => (
            <Menu.CheckboxItem
              key={key}
              checked={sorted?.column === key}
              onChange={() => onChange({ sort: nextSort(sort, key) })}
            >
              {name} {sorted?.column === key ? (sorted.down ? "↓" : "↑") : ""}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start" width={220} closeOnItemClick={false}>
        <Menu.Target>
          <Button size="compact-md" variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
            Columns
          </Button>
        </Menu.Target>
        <Menu.Dropdown style={{ maxHeight: "80dvh", overflowY: "auto" }}>
          {all.map(({ key, name }) => (
            <Menu.CheckboxItem
              key={key}
              checked={shown.some((column) => column.key === key)}
              onChange={() => onChange({ cols: toggledColumn(all, cols, key) })}
            >
              {name}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-md"
        variant={done ? "filled" : "default"}
        aria-pressed={done}
        onClick={() => onChange({ done: done ? undefined : true })}
      >
        Show done
      </Button>
    </>
  );
}
