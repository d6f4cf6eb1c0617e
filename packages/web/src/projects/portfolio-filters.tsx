import { Button, Select, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { healthOf } from "../ui/health.ts";
import type { PortfolioProject } from "./portfolio.api.ts";
import classes from "./portfolio-filters.module.css";
import { GROUPS, type PortfolioSearch } from "./portfolio-search.ts";

interface PortfolioFiltersProps {
  projects: readonly PortfolioProject[];
  search: PortfolioSearch;
}

const GROUP_WORDS = { client: "By client", lead: "By lead", health: "By health" };

export function PortfolioFilters({ projects, search }: PortfolioFiltersProps) {
  const navigate = useNavigate();
  const [text, setText] = useState(search.q ?? "");
  useEffect(() => {
    if (!search.q) setText("");
  }, [search.q]);
  const [open, setOpen] = useState(Boolean(search.health ?? search.lead ?? search.client ?? search.group));
  const field = useRef<HTMLInputElement>(null);
  const keys = useMemo(
    () => ["/", "f"].map((key) => ({ keys: key, label: "Filter", run: () => field.current?.focus() })),
    [],
  );
  useKeys("Portfolio", keys);
  const change = (part: Partial<Record<keyof PortfolioSearch, string | null>>) =>
    void navigate({
      to: ".",
      search: (before: object) => withoutEmpty({ ...before, ...part }),
      replace: true,
      resetScroll: false,
    });
  const type = (next: string) => {
    setText(next);
    change({ q: next });
  };
  const active = search.health ?? search.lead ?? search.client ?? search.q;
  return (
    <search className={classes.filters} data-open={open || undefined}>
      <TextInput
        ref={field}
        label="Filter"
        placeholder="Name, client or lead"
        value={text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <Button
        variant="default"
        className={classes.more}
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        {open ? "Fewer filters" : "More filters"}
      </Button>
      <Select
        label="Health"
        placeholder="Any"
        clearable
        value={search.health ?? null}
        data={[...new Set(projects.map(({ health }) => health.word))].map((value) => ({
          value,
          label: healthOf(value).word,
        }))}
        onChange={(health) => change({ health })}
      />
      <Select
        label="Lead"
        placeholder="Anybody"
        clearable
        searchable
        value={search.lead ?? null}
        data={named(projects.map(({ lead }) => lead))}
        onChange={(lead) => change({ lead })}
      />
      <Select
        label="Client"
        placeholder="Any"
        clearable
        searchable
        value={search.client ?? null}
        data={named(projects.map(({ client }) => client))}
        onChange={(client) => change({ client })}
      />
      <Select
        label="Group"
        placeholder="No groups"
        clearable
        value={search.group ?? null}
        data={GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
        onChange={(group) => change({ group })}
      />
      {active ? (
        <Button variant="subtle" onClick={() => change({ health: null, lead: null, client: null, q: null })}>
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}

function named(all: readonly ({ id: string; name: string } | null)[]): { value: string; label: string }[] {
  const known = new Map(all.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
  return [...known]
    .map(([value, label]) => ({ value, label }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}

function withoutEmpty(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== null && value !== ""));
}
