import { Button, Group, Select, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { apiLink } from "../lib/api.ts";
import { useManages, useProject } from "../lib/current-project.ts";
import { membersQuery } from "../lib/directory.ts";
import { inWords } from "../lib/problem.ts";
import { useTimeNews } from "../lib/time-news.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { MilestoneTimes } from "./milestone-times.tsx";
import { PeopleWeeks } from "./people-weeks.tsx";
import { type ProjectTimeSearch, SPANS, wishOf } from "./project-time-search.ts";
import { headlineText } from "./project-time-words.ts";
import { type ProjectTime, projectTimeQuery } from "./time.api.ts";
import { EVERYBODY } from "./time-search.ts";

const TITLE = "Time against estimate";

/** What the work took against what was said it would take, for who leads. */
export function ProjectTimePage() {
  const { name } = useProject();
  useTitle(TITLE, name);
  if (useManages()) return <Shown />;
  return (
    <Page title={TITLE}>
      <EmptyState title="This is for who leads the project" action={<Link to="/time">To your time</Link>}>
        What everybody worked is read by the lead, owners and admins.
      </EmptyState>
    </Page>
  );
}

function Shown() {
  useTimeNews();
  const { id } = useProject();
  const search: ProjectTimeSearch = useSearch({ strict: false });
  const wish = wishOf(search);
  const { data: time, error, refetch } = useQuery(projectTimeQuery(id, wish));
  const people = useQuery(membersQuery).data ?? [];
  const asked = [
    search.person && (people.find(({ personId }) => personId === search.person)?.name ?? "one person"),
    SPANS.find(([value]) => value === search.weeks)?.[1].toLowerCase(),
  ].filter(Boolean);
  return (
    <Page
      title={TITLE}
      lead={time ? headlineText(time) : null}
      actions={
        <>
          <Entries projectId={id} />
          <Button variant="default" component="a" href={fileOf(id, wish)} download>
            CSV
          </Button>
        </>
      }
    >
      <Filters search={search} time={time} people={people} />
      {error ? (
        <ProblemNotice title="The time could not be read" onRetry={() => void refetch()}>
          {inWords(error).message}
        </ProblemNotice>
      ) : null}
      {!time && !error ? <Waiting rows={5} /> : null}
      {time && time.milestones.length === 0 ? (
        <EmptyState title="Nothing is estimated or written down yet">
          Say on a card how long it may take, and start the clock there or write time down by hand. Both stand
          here beside each other, milestone by milestone.
        </EmptyState>
      ) : null}
      {time && time.milestones.length > 0 ? (
        <Stack gap="xl">
          <MilestoneTimes lines={time.milestones} at={search.at} asked={asked.join(", ")} />
          <PeopleWeeks time={time} />
        </Stack>
      ) : null}
    </Page>
  );
}

interface FiltersProps {
  search: ProjectTimeSearch;
  time: ProjectTime | undefined;
  people: readonly { personId: string; name: string }[];
}

function Filters({ search, time, people }: FiltersProps) {
  const navigate = useNavigate();
  const go = (part: { [K in keyof ProjectTimeSearch]?: string | null }) => {
    const kept = Object.entries({ ...search, ...part }).filter(([, value]) => value);
    void navigate({ to: ".", search: Object.fromEntries(kept) as never });
  };
  // Whoever has left may have worked on it as well.
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  for (const { id, name } of time?.people ?? []) names.set(id, name);
  return (
    <Group gap="xs" mb="md">
      <Select
        aria-label="Weeks"
        placeholder="All weeks"
        clearable
        data={SPANS.map(([value, label]) => ({ value, label }))}
        value={search.weeks ?? null}
        onChange={(weeks) => go({ weeks })}
      />
      <Select
        aria-label="Person"
        placeholder="Everybody"
        clearable
        searchable
        data={[...names].map(([value, label]) => ({ value, label }))}
        value={search.person ?? null}
        onChange={(person) => go({ person })}
      />
    </Group>
  );
}

/** Each entry by day, with its words: where something has to be explained. */
function Entries({ projectId }: { projectId: string }) {
  return (
    <Button
      variant="subtle"
      renderRoot={(props) => (
        <Link {...props} to="/time" search={{ project: projectId, person: EVERYBODY }} />
      )}
    >
      Every entry
    </Button>
  );
}

function fileOf(projectId: string, wish: object): string {
  const path = apiLink(`/projects/${projectId}/time/file`);
  return `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ ...wish })}`;
}
