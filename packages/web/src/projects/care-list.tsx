import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayText } from "../lib/dates.ts";
import { inWords } from "../lib/problem.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { CARE_WORDS, type Care, type CareItem, careQuery } from "./care.ts";
import classes from "./care-list.module.css";

interface CareListProps {
  projects: readonly { id: string; name: string }[];
  counter: Care;
}

/** The things behind a counter, project by project. */
export function CareList({ projects, counter }: CareListProps) {
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="care-list">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="care-list">
          {CARE_WORDS[counter]}
        </Title>
        <Link to="." search={withoutCare} resetScroll={false} className={classes.close}>
          Close
        </Link>
      </Group>
      <Stack gap="md">
        {projects.map((project) => (
          <CareOfProject key={project.id} project={project} counter={counter} named={projects.length > 1} />
        ))}
      </Stack>
    </Paper>
  );
}

function CareOfProject({
  project,
  counter,
  named,
}: {
  project: { id: string; name: string };
  counter: Care;
  named: boolean;
}) {
  const { data, error, refetch } = useQuery(careQuery(project.id, counter));
  if (error) {
    const { title, message } = inWords(error);
    return (
      <ProblemNotice title={`${project.name}: ${title}`} onRetry={() => void refetch()}>
        {message}
      </ProblemNotice>
    );
  }
  return (
    <div>
      {named ? (
        <Text fw={600} size="sm" mb={4} className={classes.project}>
          {project.name}
        </Text>
      ) : null}
      {!data ? <Waiting rows={2} height={28} /> : null}
      {data?.length === 0 ? <Text c="dimmed">Nothing here any more.</Text> : null}
      <ul className={classes.list}>
        {data?.map((item) => (
          <CareRow key={item.id} item={item} />
        ))}
      </ul>
    </div>
  );
}

function CareRow({ item }: { item: CareItem }) {
  return (
    <li>
      <Link to={`${item.kind === "card" ? "/c" : "/m"}/${item.ref}` as "/"} className={classes.row}>
        <span className={classes.ref}>{item.ref}</span>
        <span className={classes.title}>{item.title}</span>
        {item.dueOn ? <time dateTime={item.dueOn}>{dayText(item.dueOn)}</time> : null}
      </Link>
    </li>
  );
}

function withoutCare<S extends object>(before: S): S & { care: undefined } {
  return { ...before, care: undefined };
}
