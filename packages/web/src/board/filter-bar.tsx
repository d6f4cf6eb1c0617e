import { Button, Group } from "@mantine/core";
import { IconArchive, IconClock, IconFilter, IconSearch, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import type { Board } from "../lib/board-query.ts";
import { late } from "../lib/late.ts";
import { useIsGuest } from "../lib/session.ts";
import { LateMenu } from "../ui/late-menu.tsx";
import { type BoardSearch, isFiltered, toggled, withoutFilters } from "./board-filter.ts";
import { DUE_WORDS } from "./card-words.ts";
import classes from "./filter-bar.module.css";
import type { FilterItemsProps } from "./filter-items.tsx";
import { GroupMenu } from "./group-menu.tsx";
import { type View, ViewLinks } from "./view-links.tsx";

const FilterItems = late(async () => (await import("./filter-items.tsx")).FilterItems);

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
      {grouping ?? <GroupMenu by={search.by} rows={search.rows} onChange={change} />}
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
  const guest = useIsGuest();
  return (
    <Group gap="xs" ml="auto" wrap="nowrap">
      {guest ? null : (
        <Button
          component={Link}
          to={`/p/${board.project.key.toLowerCase()}/routines`}
          size="compact-md"
          variant="subtle"
          color="gray"
        >
          Routines
        </Button>
      )}
      <Button
        size="compact-md"
        variant="default"
        aria-pressed={search.list === "later"}
        leftSection={<IconClock size={16} aria-hidden />}
        onClick={() => onChange({ list: search.list ? undefined : "later" })}
      >
        Later {board.later}
      </Button>
      <Button
        component={Link}
        to={`/p/${board.project.key.toLowerCase()}/archive`}
        size="compact-md"
        variant="default"
        leftSection={<IconArchive size={16} aria-hidden />}
      >
        Archive
      </Button>
    </Group>
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
    <div className={classes.text}>
      <IconSearch size={16} aria-hidden />
      <input
        id="board-filter"
        type="search"
        placeholder="Filter cards"
        aria-label="Filter cards by words or number"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setText("");
          event.currentTarget.blur();
        }}
      />
    </div>
  );
}

function FilterMenu(shown: Omit<FilterItemsProps, "at">) {
  return (
    <LateMenu fetch={FilterItems.fetch} menu={(at) => <FilterItems at={at} {...shown} />}>
      {(button) => (
        <Button
          {...button}
          size="compact-md"
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
        >
          Filter
        </Button>
      )}
    </LateMenu>
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
    <span key={key} className={classes.pill}>
      {words}
      <button type="button" aria-label={`Remove filter ${words}`} onClick={() => onChange(without)}>
        <IconX size={14} aria-hidden />
      </button>
    </span>
  ));
}
