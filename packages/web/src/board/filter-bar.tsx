import { Button, Group, Menu, Pill, TextInput } from "@mantine/core";
import { IconArchive, IconClock, IconFilter, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import type { Board } from "../lib/board-query.ts";
import { useWorld } from "./board-context.ts";
import { type BoardSearch, DUES, type Due, isFiltered, toggled, withoutFilters } from "./board-filter.ts";
import classes from "./filter-bar.module.css";
import { GroupMenu } from "./group-menu.tsx";
import { type View, ViewLinks } from "./view-links.tsx";

const DUE_WORDS: Record<Due, string> = {
  overdue: "Overdue",
  week: "Due in 7 days",
  none: "Without due date",
};

interface FilterBarProps {
  board: Board;
  search: BoardSearch;
  onChange: (change: BoardSearch, replace?: boolean) => void;
  view: View;
  /** How this view groups and sorts, where it is not as the board does. */
  grouping?: ReactNode;
}

/** Which cards are shown; it all stands in the address. */
export function FilterBar({ board, search, onChange, view, grouping }: FilterBarProps) {
  const change = (next: BoardSearch) => onChange(next);
  const mine = search.who === "me";
  return (
    <section className={classes.bar} aria-label="Filter">
      <ViewLinks view={view} />
      <TextFilter value={search.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
      <Button
        size="compact-md"
        variant={mine ? "filled" : "default"}
        aria-pressed={mine}
        onClick={() => change({ who: mine ? undefined : "me" })}
      >
        Only mine
      </Button>
      <FilterMenu board={board} search={search} onChange={change} />
      {grouping ?? <GroupMenu by={search.by} onChange={change} />}
      <ActivePills board={board} search={search} onChange={change} />
      {isFiltered(search) ? (
        <Button
          size="compact-md"
          variant="subtle"
          onClick={() => {
            const kept = withoutFilters(search);
            change({
              q: undefined,
              who: undefined,
              label: undefined,
              milestone: undefined,
              due: undefined,
              blocked: undefined,
              ...kept,
            });
          }}
        >
          Show all
        </Button>
      ) : null}
      {view === "board" ? <SideButtons board={board} search={search} onChange={change} /> : null}
    </section>
  );
}

/** Cards that no column shows. */
function SideButtons({ board, search, onChange }: Omit<FilterBarProps, "view" | "grouping">) {
  return (
    <Group gap="xs" ml="auto" wrap="nowrap">
      <SideButton search={search} list="later" onChange={onChange} icon={<IconClock size={16} aria-hidden />}>
        Later {board.later}
      </SideButton>
      <SideButton
        search={search}
        list="archived"
        onChange={onChange}
        icon={<IconArchive size={16} aria-hidden />}
      >
        Archive
      </SideButton>
    </Group>
  );
}

interface SideButtonProps {
  search: BoardSearch;
  list: "later" | "archived";
  onChange: (next: BoardSearch) => void;
  icon: ReactNode;
  children: ReactNode;
}

function SideButton({ search, list, onChange, icon, children }: SideButtonProps) {
  const open = search.list === list;
  return (
    <Button
      size="compact-md"
      variant="default"
      aria-pressed={open}
      leftSection={icon}
      onClick={() => onChange({ list: open ? undefined : list })}
    >
      {children}
    </Button>
  );
}

const SETTLE_MS = 150;

function TextFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <TextInput
      id="board-filter"
      className={classes.text}
      size="xs"
      type="search"
      placeholder="Filter cards"
      aria-label="Filter cards by words or number"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        setText("");
        event.currentTarget.blur();
      }}
    />
  );
}

function FilterMenu({
  board,
  search,
  onChange,
}: {
  board: Board;
  search: BoardSearch;
  onChange: (next: BoardSearch) => void;
}) {
  const { me } = useWorld();
  const has = (list: string | undefined, value: string) => list?.split(",").includes(value) ?? false;
  const item = (key: string, label: ReactNode, on: boolean, next: BoardSearch) => (
    <Menu.CheckboxItem key={key} checked={on} onChange={() => onChange(next)}>
      {label}
    </Menu.CheckboxItem>
  );
  const who = (id: string, name: string) =>
    item(`who-${id}`, name, has(search.who, id), { who: toggled(search.who, id) });
  return (
    <Menu position="bottom-start" width={280} closeOnItemClick={false}>
      <Menu.Target>
        <Button size="compact-md" variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
          Filter
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>People</Menu.Label>
        {who("me", "Me")}
        {board.people.filter(({ id }) => id !== me).map(({ id, name }) => who(id, name))}
        {who("none", "Nobody")}
        <Menu.Label>Milestone</Menu.Label>
        {board.milestones.map(({ id, number, title }) => {
          const on = search.milestone === String(number);
          return item(id, `M${number} ${title}`, on, { milestone: on ? undefined : String(number) });
        })}
        {item("no-milestone", "Without milestone", search.milestone === "none", {
          milestone: search.milestone === "none" ? undefined : "none",
        })}
        <Menu.Label>Due</Menu.Label>
        {DUES.map((due) =>
          item(due, DUE_WORDS[due], search.due === due, { due: search.due === due ? undefined : due }),
        )}
        {board.labels.length > 0 ? <Menu.Label>Labels</Menu.Label> : null}
        {board.labels.map(({ id, name }) =>
          item(id, name, has(search.label, id), { label: toggled(search.label, id) }),
        )}
        <Menu.Divider />
        {item("blocked", "Blocked", search.blocked === true, { blocked: search.blocked ? undefined : true })}
      </Menu.Dropdown>
    </Menu>
  );
}

function ActivePills({
  board,
  search,
  onChange,
}: {
  board: Board;
  search: BoardSearch;
  onChange: (next: BoardSearch) => void;
}) {
  const pills: { key: string; words: string; without: BoardSearch }[] = [];
  for (const id of search.who && search.who !== "me" ? search.who.split(",") : []) {
    const name = board.people.find((person) => person.id === id)?.name;
    const words = id === "me" ? "Me" : id === "none" ? "Nobody" : (name ?? "Somebody");
    pills.push({ key: `who-${id}`, words, without: { who: toggled(search.who, id) } });
  }
  for (const id of search.label?.split(",") ?? []) {
    const words = board.labels.find((label) => label.id === id)?.name ?? "Label";
    pills.push({ key: id, words, without: { label: toggled(search.label, id) } });
  }
  if (search.milestone) {
    const found = board.milestones.find(({ number }) => String(number) === search.milestone);
    pills.push({
      key: "m",
      words: found ? `◆ ${found.title}` : "Without milestone",
      without: { milestone: undefined },
    });
  }
  if (search.due) pills.push({ key: "due", words: DUE_WORDS[search.due], without: { due: undefined } });
  if (search.blocked) pills.push({ key: "blocked", words: "Blocked", without: { blocked: undefined } });
  return pills.map(({ key, words, without }) => (
    <Pill
      key={key}
      size="md"
      withRemoveButton
      removeButtonProps={{ "aria-label": `Remove filter ${words}`, tabIndex: 0, "aria-hidden": false }}
      onRemove={() => onChange(without)}
    >
      {words}
    </Pill>
  ));
}
