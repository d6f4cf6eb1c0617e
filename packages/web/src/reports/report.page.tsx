import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { type Project, useManages, useProject } from "../lib/current-project.ts";
import { dayText } from "../lib/dates.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { ReportList } from "./report-list.tsx";
import { ReportPreview } from "./report-preview.tsx";
import { type ReportState, reportStateQuery } from "./reports.api.ts";
import { ScheduleForm } from "./schedule-form.tsx";
import { SendReport } from "./send-report.tsx";

/** What the sponsor would read today, who gets it, and when it makes itself. */
export function ReportPage() {
  const project = useProject();
  useTitle("Status report", project.name);
  const { data: state, error } = useQuery(reportStateQuery(project.id));
  return (
    <Page
      title="Status report"
      lead="One page that the client can pass on. It is made of what they read today, never of the draft."
      narrow
    >
      {error ? <Refusal problem={error} /> : null}
      {state ? <Body project={project} state={state} /> : error ? null : <Waiting />}
    </Page>
  );
}

function Body({ project, state }: { project: Project; state: ReportState }) {
  const manages = useManages();
  if (state.publication === null)
    return (
      <EmptyState title="Publish once to get a report">
        A report tells what the client reads, and that is nothing yet.{" "}
        <Link to={`/p/${project.key.toLowerCase()}/publish` as "/"}>Publish the plan</Link>; two minutes later
        a report can be made here.
      </EmptyState>
    );
  return (
    <Stack gap="xl">
      <Basis publication={state.publication} project={project} />
      {manages ? (
        <>
          <Part title="What it says today">
            <ReportPreview projectId={project.id} contacts={state.contacts} />
          </Part>
          <Part title="Make it now">
            <SendReport projectId={project.id} state={state} />
          </Part>
          <Part title="Every month">
            <ScheduleForm key={state.schedule?.revision ?? 0} projectId={project.id} state={state} />
          </Part>
        </>
      ) : null}
      <Part title="Reports so far">
        <ReportList project={project} />
      </Part>
    </Stack>
  );
}

function Basis({
  publication: { n, on, days, isOld },
  project,
}: {
  publication: NonNullable<ReportState["publication"]>;
  project: Project;
}) {
  return (
    <Text>
      Made from plan {n}, published {dayText(on)}.{" "}
      {isOld ? (
        <>
          That is {days} days ago, and the report says so.{" "}
          <Link to={`/p/${project.key.toLowerCase()}/publish` as "/"}>Publish first</Link> if something has
          changed.
        </>
      ) : null}
    </Text>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
