import { Button, Group, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useKeys } from "../lib/keyboard.ts";
import { useTitle } from "../lib/title.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { Page } from "../ui/page.tsx";
import { ViewSwitch } from "../ui/view-switch.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { portfolioQuery } from "./portfolio.api.ts";
import { grouped } from "./portfolio-filter.ts";
import { RoadsGrid } from "./roads-grid.tsx";
import { type RoadsSearch, readSearch } from "./roads-search.ts";
import { RoadsTable } from "./roads-table.tsx";

type Change = { [K in keyof RoadsSearch]?: RoadsSearch[K] | undefined };

/** When does what land, in all projects at once? */
export function RoadsPage() {
  useTitle("Roadmap");
  const { projects, today } = useSuspenseQuery(portfolioQuery).data;
  const search = readSearch(useSearch({ strict: false }));
  const phone = useMediaQuery("(max-width: 48em)") ?? false;
  const table = (search.view ?? (phone ? "table" : "road")) === "table";
  const quarters = search.z === "quarters";
  const change = useSearchChange(changed);
  useRoadsKeys(table, change);
  const group = search.group ?? "client";
  const groups = useMemo(
    () =>
      grouped(projects, group)
        .map(({ title, projects: rows }) => ({ title: title ?? "", projects: rows }))
        .sort((a, b) => a.title.localeCompare(b.title)),
    [projects, group],
  );
  if (projects.length === 0) return <FirstSteps />;
  return (
    <Page
      title="Roadmap"
      actions={
        <Button variant="default" className="mp-screen" onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Group justify="space-between" mb="sm" gap="sm" className="mp-screen">
        <Group gap="sm">
          {table ? null : (
            <SegmentedControl
              aria-label="Zoom"
              data={[
                { value: "months", label: "Months" },
                { value: "quarters", label: "Quarters" },
              ]}
              value={quarters ? "quarters" : "months"}
              onChange={(value) => change({ z: value === "quarters" ? value : undefined })}
            />
          )}
          <SegmentedControl
            aria-label="Group"
            data={[
              { value: "client", label: "By client" },
              { value: "lead", label: "By lead" },
            ]}
            value={group}
            onChange={(value) => change({ group: value === "lead" ? value : undefined })}
          />
        </Group>
        <ViewSwitch table={table} onChange={(view) => change({ view })} />
      </Group>
      {table ? (
        <RoadsTable groups={groups} today={today} />
      ) : (
        <RoadsGrid groups={groups} today={today} quarters={quarters} />
      )}
    </Page>
  );
}

function changed(before: RoadsSearch, change: Change): RoadsSearch {
  return readSearch({ ...before, ...change });
}

function useRoadsKeys(table: boolean, change: (change: Change) => void): void {
  const keys = useMemo(
    () => [
      { keys: "[", label: "Closer", run: () => change({ z: undefined }) },
      { keys: "]", label: "Farther away", run: () => change({ z: "quarters" }) },
      {
        keys: "t",
        label: table ? "As roads" : "As a table",
        run: () => change({ view: table ? "road" : "table" }),
      },
    ],
    [table, change],
  );
  useKeys("Roadmap", keys);
}
