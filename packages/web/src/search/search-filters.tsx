import { Button, Group, Loader, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { projectsQuery } from "../lib/current-project.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useIsGuest } from "../lib/session.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { kindNames } from "./search-kinds.ts";
import type { SearchSearch } from "./search-search.ts";

const DEBOUNCE_MS = 150;
const LONGEST = 200;

/** Undefined takes a filter away. */
type Change = { [Name in keyof SearchSearch]: SearchSearch[Name] | undefined };

function changed(before: SearchSearch, change: Change): SearchSearch {
  const { q, kind, project, archived } = { ...before, ...change };
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(project ? { project } : {}),
    ...(archived ? { archived } : {}),
  };
}

/** What is looked for, and where. */
export function SearchFilters({ search, isWaiting }: { search: SearchSearch; isWaiting: boolean }) {
  const change = useSearchChange<SearchSearch, Change>(changed);
  const projects = useSuspenseQuery(projectsQuery).data;
  const kinds = kindNames(useIsGuest());
  return (
    <Stack gap="sm" component="search">
      <Words q={search.q ?? ""} isWaiting={isWaiting} onChange={(q) => change({ q })} />
      <Group gap="xs" role="group" aria-label="Kind">
        <Kind isOn={search.kind === undefined} onChoose={() => change({ kind: undefined })}>
          Everything
        </Kind>
        {kinds.map(({ kind, name }) => (
          <Kind key={kind} isOn={search.kind === kind} onChoose={() => change({ kind })}>
            {name}
          </Kind>
        ))}
      </Group>
      <Group gap="md">
        <Select
          aria-label="Project"
          placeholder="In all projects"
          clearable
          searchable
          w={260}
          data={projects.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.project ?? null}
          onChange={(project) => change({ project: project ?? undefined })}
        />
        <Switch
          label="Archived, too"
          checked={search.archived === true}
          onChange={({ currentTarget }) => change({ archived: currentTarget.checked || undefined })}
        />
      </Group>
    </Stack>
  );
}

interface KindProps {
  isOn: boolean;
  onChoose: () => void;
  children: string;
}

function Kind({ isOn, onChoose, children }: KindProps) {
  return (
    <Button
      size="compact-sm"
      radius="xl"
      px="sm"
      h={32}
      variant={isOn ? "filled" : "default"}
      aria-pressed={isOn}
      onClick={onChoose}
    >
      {children}
    </Button>
  );
}

interface WordsProps {
  q: string;
  isWaiting: boolean;
  onChange: (q: string) => void;
}

/** The field is its own while somebody types; the address follows, and leads when somebody goes back. */
function Words({ q, isWaiting, onChange }: WordsProps) {
  const [text, setText] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(q);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onChange(next);
  }, DEBOUNCE_MS);
  useEffect(() => {
    if (q === told.current) return;
    told.current = q;
    setText(q);
  }, [q]);
  useKeys("Search", [{ keys: "/", label: "Search again", run: () => field.current?.select() }]);
  return (
    <TextInput
      ref={field}
      size="md"
      autoFocus={q === ""}
      aria-label="Words"
      placeholder="A few words, a name or ACME-42"
      maxLength={LONGEST}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={isWaiting ? <Loader size={16} aria-label="Searching" /> : null}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        tell(currentTarget.value.trim());
      }}
    />
  );
}
