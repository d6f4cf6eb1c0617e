import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Project } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { useMe } from "../lib/session.ts";
import { Waiting } from "../ui/waiting.tsx";
import { type Report, reportsQuery } from "./reports.api.ts";
import classes from "./reports.module.css";

/** Each as its client reads it, on paper too, and to whom it went. */
export function ReportList({ project }: { project: Project }) {
  const { data } = useQuery(reportsQuery(project.id));
  if (!data) return <Waiting />;
  if (data.length === 0) return <Text c="dimmed">No report has been made yet.</Text>;
  return (
    <ol className={classes.history}>
      {data.map((report) => (
        <li key={report.id}>
          <OneReport project={project} report={report} />
        </li>
      ))}
    </ol>
  );
}

function OneReport({ project, report }: { project: Project; report: Report }) {
  const { workspace } = useMe();
  const { n, onDate, by, publication, readers } = report;
  const at = `/portal/${workspace.slug}/${project.key.toLowerCase()}/report/${n}`;
  return (
    <>
      <Text fw={600}>
        Report {n}, {dayText(onDate)}
      </Text>
      <Text size="sm" c="dimmed">
        {by ? `Made by ${by.name}` : "Made by itself"} from plan {publication}.{" "}
        {readers.length === 0 ? "Mailed to nobody." : `Mailed to ${readers.map(readerText).join(", ")}.`}
      </Text>
      <Group gap="md">
        <Paper href={`${at}?as=client`} words="As the client reads it" of={n} />
        <Paper href={`${at}/a4.pdf?as=client`} words="PDF, A4" of={n} />
        <Paper href={`${at}/letter.pdf?as=client`} words="PDF, Letter" of={n} />
      </Group>
    </>
  );
}

function Paper({ href, words, of }: { href: string; words: string; of: number }) {
  return (
    <Anchor href={href} target="_blank" rel="noopener" size="sm" aria-label={`${words}: report ${of}`}>
      {words}
    </Anchor>
  );
}

const MAILS: Readonly<Record<Report["readers"][number]["mail"], string>> = {
  waiting: " (on its way)",
  sent: "",
  failed: " (did not arrive)",
  outbox: " (no mail server)",
  refused: " (wants no such mails)",
};

function readerText({ name, mail }: Report["readers"][number]): string {
  return `${name}${MAILS[mail]}`;
}
