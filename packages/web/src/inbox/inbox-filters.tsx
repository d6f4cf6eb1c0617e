import { Button, Group } from "@mantine/core";
import type { Shape } from "../lib/api.ts";
import type { InboxSearch, InboxState, Pile } from "./inbox-search.ts";

const PILES: readonly [Pile, string][] = [
  ["decisions", "Decisions"],
  ["mentions", "Mentions"],
  ["assigned", "Assigned"],
  ["reviews", "Reviews"],
  ["watched", "Watched"],
];
const STATES: readonly [InboxState, string][] = [
  ["open", "Open"],
  ["snoozed", "Snoozed"],
  ["done", "Done"],
];

interface InboxFiltersProps {
  search: InboxSearch;
  counts: Shape<"InboxPage">["counts"] | undefined;
  onChange: (search: InboxSearch) => void;
}

export function InboxFilters({ search: { pile, state = "open" }, counts, onChange }: InboxFiltersProps) {
  const kept = state === "open" ? {} : { state };
  const of = (words: string, count: number | undefined) => (count ? `${words} ${count}` : words);
  return (
    <Group justify="space-between" mb="md" gap="xs">
      <Group gap={4} role="group" aria-label="Which items">
        <Choice on={pile === undefined} onPress={() => onChange(kept)}>
          {of("All", counts?.open)}
        </Choice>
        {PILES.map(([value, words]) => (
          <Choice key={value} on={pile === value} onPress={() => onChange({ ...kept, pile: value })}>
            {of(words, counts?.piles[value])}
          </Choice>
        ))}
      </Group>
      <Group gap={4} role="group" aria-label="In which state">
        {STATES.map(([value, words]) => (
          <Choice
            key={value}
            on={state === value}
            onPress={() =>
              onChange({ ...(pile ? { pile } : {}), ...(value === "open" ? {} : { state: value }) })
            }
          >
            {value === "snoozed" ? of(words, counts?.snoozed) : words}
          </Choice>
        ))}
      </Group>
    </Group>
  );
}

function Choice({ on, onPress, children }: { on: boolean; onPress: () => void; children: string }) {
  return (
    <Button size="xs" variant={on ? "filled" : "default"} aria-pressed={on} onClick={onPress}>
      {children}
    </Button>
  );
}
