import { Box, Button, Group, Select, Table, TextInput, Title } from "@mantine/core";
import { type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useProject } from "../lib/current-project.ts";
import { projectPeopleQuery } from "../lib/plan-query.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { useWidth } from "../ui/use-width.ts";
import { Waiting } from "../ui/waiting.tsx";
import { decisionLogQuery, decisionsFile, type Logged } from "./decision-log.api.ts";
import classes from "./decision-log.module.css";
import {
  changeDecisionSearch,
  type DecisionSearch,
  isNarrowed,
  KINDS,
  readDecisionSearch,
  STATES,
} from "./decision-search.ts";
import { LogCard, LogRow } from "./log-entry.tsx";

/** What was decided, by whom and why: approvals, questions and change requests as one list. */
export function DecisionLog({ actions }: { actions: ReactNode }) {
  const id = useId();
  const project = useProject();
  const search = readDecisionSearch(useSearch({ strict: false }));
  const log = useInfiniteQuery(decisionLogQuery(project.id, search));
  const entries = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const print = usePrint(log);
  return (
    <section aria-labelledby={id} className={classes.log}>
      <div className={classes.head}>
        <Title order={2} size="h3" id={id}>
          Decision log
        </Title>
        <Group gap="xs" className="mp-screen">
          {actions}
          {entries.length > 0 ? (
            <>
              <Button
                size="compact-sm"
                variant="default"
                component="a"
                href={decisionsFile(project.id, search)}
                download
              >
                CSV
              </Button>
              <Button size="compact-sm" variant="default" onClick={print}>
                Print
              </Button>
            </>
          ) : null}
        </Group>
      </div>
      {entries.length > 0 || isNarrowed(search) ? <Filters search={search} /> : null}
      {log.error ? <Refusal problem={log.error} /> : log.data ? null : <Waiting rows={3} />}
      {log.data ? <Entries entries={entries} search={search} /> : null}
      {log.hasNextPage ? (
        <Button
          variant="default"
          mt="sm"
          className="mp-screen"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          Show earlier decisions
        </Button>
      ) : null}
    </section>
  );
}

/** On paper stands all of it, so what is not here yet comes first. */
function usePrint({ hasNextPage, isFetching, fetchNextPage }: UseInfiniteQueryResult): () => void {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (!isWanted || isFetching) return;
    if (hasNextPage) {
      void fetchNextPage();
      return;
    }
    setWanted(false);
    globalThis.print();
  }, [isWanted, isFetching, hasNextPage, fetchNextPage]);
  return () => setWanted(true);
}

const WIDE = 680;

function Entries({ entries, search }: { entries: readonly Logged[]; search: DecisionSearch }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const change = useSearchChange(changeDecisionSearch);
  const propsOf = (entry: Logged) => ({
    entry,
    isOpen: search.entry === entry.id,
    onToggle: () => change({ entry: search.entry === entry.id ? null : entry.id }),
  });
  if (entries.length === 0)
    return isNarrowed(search) ? (
      <EmptyState title="No decision like that">Choose fewer of these, or other words.</EmptyState>
    ) : (
      <EmptyState title="Nothing was decided yet">
        Every approval, answer and change request stands here, with who decided, when and why. For example:
        “Which payment provider?”
      </EmptyState>
    );
  return (
    <div ref={ref}>
      {width >= WIDE ? (
        <Table aria-label="Decision log" className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="36%">Decision</Table.Th>
              <Table.Th w="18%">Outcome</Table.Th>
              <Table.Th w="18%">By whom, when</Table.Th>
              <Table.Th>Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <LogRow key={entry.id} {...propsOf(entry)} />
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <ul className={classes.cards}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <LogCard {...propsOf(entry)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Filters({ search }: { search: DecisionSearch }) {
  const change = useSearchChange(changeDecisionSearch);
  const { data: people = [] } = useQuery(projectPeopleQuery(useProject().id));
  return (
    <Box role="search" className={`${classes.filters} mp-screen`}>
      <Words text={search.q ?? ""} onChange={(q) => change({ q })} />
      <Select
        aria-label="Kind"
        placeholder="All kinds"
        w={190}
        clearable
        data={KINDS}
        value={search.kind ?? null}
        onChange={(kind) => change({ kind })}
      />
      <Select
        aria-label="State"
        w={170}
        data={STATES}
        allowDeselect={false}
        value={search.state ?? "decided"}
        onChange={(state) => change({ state })}
      />
      <Select
        aria-label="Person"
        placeholder="Everybody"
        w={190}
        searchable
        clearable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.person ?? null}
        onChange={(person) => change({ person })}
      />
    </Box>
  );
}

const TYPING_MS = 250;

/** Looked for as soon as the typing rests. */
function Words({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <TextInput
      type="search"
      aria-label="Words in a decision"
      placeholder="Words"
      className={classes.search}
      maxLength={200}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}
