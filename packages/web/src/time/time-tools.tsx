import { Button, Group, Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { answer, api, apiLink } from "../lib/api.ts";
import { projectsQuery } from "../lib/current-project.ts";
import { addDays, dayText } from "../lib/dates.ts";
import { membersQuery } from "../lib/directory.ts";
import { useCan, useIsGuest, useMe } from "../lib/session.ts";
import { refreshTime } from "../lib/timer.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import type { TimeWish } from "./time.api.ts";
import { EVERYBODY, type TimeSearch, thisMonday } from "./time-search.ts";

export function useGo() {
  const navigate = useNavigate();
  return (search: TimeSearch, part: { [K in keyof TimeSearch]?: string | null }) => {
    const kept = Object.entries({ ...search, ...part }).filter(([, value]) => value);
    void navigate({ to: "/time", search: Object.fromEntries(kept) as TimeSearch });
  };
}

/** Whose time, in which project, in which week. */
export function TimeFilters({ search, monday }: { search: TimeSearch; monday: string }) {
  const go = useGo();
  const me = useMe().person;
  const seesAll = useCan("time.lock");
  const isGuest = useIsGuest();
  const { data: projects = [] } = useQuery(projectsQuery);
  // Who leads reads the time of their projects; all others their own.
  const seesPeople = seesAll || projects.some(({ leadId }) => leadId === me.id);
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: seesPeople });
  const others = members.filter(({ personId }) => personId !== me.id);
  return (
    <Group gap="xs" mb="md" align="flex-end">
      <Group gap={4}>
        <Button variant="default" onClick={() => go(search, { week: addDays(monday, -7) })}>
          Week before
        </Button>
        <Button variant="default" onClick={() => go(search, { week: addDays(monday, 7) })}>
          Week after
        </Button>
        {monday === thisMonday() ? null : (
          <Button variant="subtle" onClick={() => go(search, { week: null })}>
            This week
          </Button>
        )}
      </Group>
      {isGuest ? null : (
        <Select
          aria-label="Project"
          placeholder="All projects"
          clearable
          searchable
          data={projects.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.project ?? null}
          onChange={(project) => go(search, { project })}
        />
      )}
      {seesPeople && others.length > 0 ? (
        <Select
          aria-label="Whose time"
          searchable
          allowDeselect={false}
          data={[
            { value: me.id, label: "Mine" },
            { value: EVERYBODY, label: "Everybody's" },
            ...others.map(({ personId: value, name: label }) => ({ value, label })),
          ]}
          value={search.person ?? me.id}
          onChange={(person) => go(search, { person: person === me.id ? null : person })}
        />
      ) : null}
    </Group>
  );
}

/** From the hours of one project to what they stand against, for who leads it. */
export function ToEstimate({ projectId }: { projectId: string | undefined }) {
  const me = useMe().person;
  const seesAll = useCan("time.lock");
  const project = useQuery(projectsQuery).data?.find(({ id }) => id === projectId);
  if (!project || !(seesAll || project.leadId === me.id)) return null;
  return (
    <Button variant="subtle" component={Link} to={`/p/${project.key.toLowerCase()}/time`}>
      Against the estimate
    </Button>
  );
}

export function SheetFile({ wish }: { wish: TimeWish }) {
  const path = apiLink("/time-entries/file");
  const href = `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ ...wish })}`;
  return (
    <Button variant="default" component="a" href={href} download>
      CSV
    </Button>
  );
}

/** Closing hands a week on; opening it takes that back. */
export function CloseWeek({ monday, locked }: { monday: string; locked: boolean }) {
  const client = useQueryClient();
  const put = async (next: boolean) => {
    await answer(api.PUT("/api/v1/time-entries/locks", { body: { weekOn: monday, locked: next } }));
    await refreshTime(client);
  };
  const turn = async () => {
    await put(!locked);
    const said = `The week of ${dayText(monday)} is ${locked ? "open again" : "closed"}.`;
    offerUndo(said, () => put(locked));
  };
  return (
    <Button variant="default" onClick={() => void turn().catch(sayProblem)}>
      {locked ? "Open the week" : "Close the week"}
    </Button>
  );
}
