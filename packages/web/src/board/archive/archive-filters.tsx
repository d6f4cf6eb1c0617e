import { Group, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { Board } from "../../lib/board-query.ts";
import type { ArchiveSearch } from "./archive-search.ts";

const SETTLE_MS = 150;

interface ArchiveFiltersProps {
  board: Board;
  me: string;
  search: ArchiveSearch;
  onChange: (change: ArchiveSearch) => void;
}

/** Which of the archived cards are shown; it all stands in the address. */
export function ArchiveFilters({ board, me, search, onChange }: ArchiveFiltersProps) {
  const one = (
    label: string,
    key: keyof ArchiveSearch,
    all: string,
    options: { value: string; label: string }[],
  ) => (
    <NativeSelect
      aria-label={label}
      value={search[key] ?? ""}
      data={[{ value: "", label: all }, ...options]}
      onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
    />
  );
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Group gap="xs" component="search">
      <Words q={search.q ?? ""} onChange={(q) => onChange({ q })} />
      {one("Column", "column", "From all columns", named(board.columns))}
      {one("Person", "who", "Everybody", [
        { value: "me", label: "Me" },
        ...named(board.people.filter(({ id }) => id !== me)),
      ])}
      {board.milestones.length > 0
        ? one(
            "Milestone",
            "milestone",
            "All milestones",
            board.milestones.map(({ number, title }) => ({
              value: String(number),
              label: `M${number} ${title}`,
            })),
          )
        : null}
      {board.labels.length > 0 ? one("Label", "label", "All labels", named(board.labels)) : null}
      {one("State", "state", "Done or open", [
        { value: "done", label: "Done" },
        { value: "open", label: "Open" },
      ])}
    </Group>
  );
}

/** The field is its own while somebody types; the address follows, and leads when somebody goes back. */
function Words({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const [text, setText] = useState(q);
  const told = useRef(q);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onChange(next);
  }, SETTLE_MS);
  useEffect(() => {
    if (q === told.current) return;
    told.current = q;
    setText(q);
  }, [q]);
  return (
    <TextInput
      id="archive-words"
      flex="1 1 240px"
      type="search"
      aria-label="Search archived cards by words or number"
      placeholder="Words or number"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      maxLength={200}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        tell(currentTarget.value.trim());
      }}
    />
  );
}
