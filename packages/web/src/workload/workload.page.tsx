import { Alert, Anchor, Button, Checkbox, Group, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { addDays } from "../lib/dates.ts";
import { useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { LoadGrid, type Opened } from "./load-grid.tsx";
import { capacitySentence, onlyOver, onlyProject, overSentence } from "./load-words.ts";
import { PersonWeeks } from "./person-weeks.tsx";
import { QuickLeave } from "./quick-leave.tsx";
import { WeekDialog } from "./week-dialog.tsx";
import { SHOWN_WEEKS, type Workload, workloadQuery } from "./workload.api.ts";
import type { WorkloadSearch } from "./workload-search.ts";

/** So many rows are seen at once. */
const FEW = 8;

/** S12: can we carry what we promised? */
export function WorkloadPage() {
  useTitle("Workload");
  const search = useSearch({ from: "/workload" });
  const { data: view } = useQuery(workloadQuery(search.from));
  if (!view)
    return (
      <Page title="Workload">
        <Waiting rows={6} />
      </Page>
    );
  return (
    <Page
      title="Workload"
      lead="Hours planned of hours there are. Choose a week to see what is in it."
      actions={<QuickLeave today={view.today} weekOn={thisWeek(view)} />}
    >
      <Tools view={view} search={search} />
      <Weeks view={onlyOver(onlyProject(view, search.project), search.over ?? false)} search={search} />
    </Page>
  );
}

function useGo(): (part: Partial<Record<keyof WorkloadSearch, string | true | undefined>>) => void {
  const navigate = useNavigate({ from: "/workload" });
  return (part) =>
    void navigate({
      search: (before) => {
        const after = Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined);
        return Object.fromEntries(after) as WorkloadSearch;
      },
    });
}

function Tools({ view, search }: { view: Workload; search: WorkloadSearch }) {
  const go = useGo();
  const [first = view.today] = view.weeks;
  return (
    <Group mb="md" gap="xs" align="flex-end">
      <Select
        label="Project"
        placeholder="All projects"
        clearable
        searchable
        data={view.projects.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.project ?? null}
        onChange={(project) => go({ project: project ?? undefined })}
      />
      {view.people.length > FEW || search.over ? (
        <Checkbox
          label="Only who has too much"
          pb={8}
          checked={search.over ?? false}
          onChange={({ currentTarget }) => go({ over: currentTarget.checked || undefined })}
        />
      ) : null}
      <Button
        variant="default"
        disabled={first <= view.today}
        onClick={() => go({ from: addDays(first, -7 * SHOWN_WEEKS) })}
      >
        Earlier
      </Button>
      <Button variant="default" onClick={() => go({ from: addDays(first, 7 * SHOWN_WEEKS) })}>
        Later
      </Button>
      {first > view.today ? (
        <Button variant="subtle" onClick={() => go({ from: undefined })}>
          This week
        </Button>
      ) : null}
    </Group>
  );
}

function Weeks({ view, search }: { view: Workload; search: WorkloadSearch }) {
  const { person: me } = useMe();
  const go = useGo();
  const phone = useMediaQuery("(max-width: 47.99em)") ?? false;
  const [opened, setOpened] = useState<Opened | null>(null);
  const over = overSentence(view.people);
  const busy = view.people.some(({ cells }) => cells.some(({ planned }) => planned > 0));
  const fresh = opened && refreshed(view, opened);
  return (
    <>
      {over ? (
        <Alert color="red" mb="md" role="status">
          {over}
        </Alert>
      ) : null}
      {view.notCounted.length > 0 ? (
        <Alert color="yellow" mb="md">
          Not counted, because its work waits for itself: {view.notCounted.join(", ")}.
        </Alert>
      ) : null}
      {busy ? null : (
        <EmptyState title="Nothing is planned in these weeks">
          {emptyText(view, search)}{" "}
          <Anchor renderRoot={(props) => <Link {...props} to="/settings/time" />}>Edit working time</Anchor>
        </EmptyState>
      )}
      {phone ? (
        <PersonWeeks
          view={view}
          personId={search.person ?? me.id}
          onPerson={(person) => go({ person })}
          onOpen={setOpened}
        />
      ) : (
        <LoadGrid view={view} onOpen={setOpened} />
      )}
      {fresh ? <WeekDialog view={view} opened={fresh} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function emptyText(view: Workload, { over }: WorkloadSearch): string {
  if (view.people.length > 0) return capacitySentence(view);
  return over ? "Nobody has too much in these weeks." : "Nobody works on this project.";
}

/** The opened week as the last answer has it. */
function refreshed(view: Workload, { person, cell }: Opened): Opened | null {
  const now = view.people.find(({ id }) => id === person.id);
  const week = now?.cells.find(({ weekOn }) => weekOn === cell.weekOn);
  return now && week ? { person: now, cell: week } : null;
}

function thisWeek({ today }: Workload): string {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -weekday);
}
