import { Alert, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { type Project, useManages, useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { AskWhy } from "../ui/ask-why.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { ClientChanges } from "./client-changes.tsx";
import { PublicationHistory } from "./publication-history.tsx";
import { type Preview, publicationPreviewQuery } from "./publications.api.ts";
import classes from "./publications.module.css";
import { PublishForm } from "./publish-form.tsx";
import { TeamOnly } from "./team-only.tsx";

/** What does the client read after this, who is told, and in which words? */
export function PublishPage() {
  const project = useProject();
  const manages = useManages();
  useTitle("Publish", project.name);
  if (project.clientId === null)
    return (
      <Page title="Publish">
        <EmptyState title="There is nobody to publish to">
          This project is internal.{" "}
          <Link to={editAt(project) as "/"}>Choose its client on the head page</Link> to publish the plan.
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title="Publish"
      lead="The client reads the plan as it was published last. What the team changes stays here until it is published."
    >
      <Stack gap="xl" className={classes.page}>
        {manages ? (
          <NextPublication project={project} />
        ) : (
          <Text>The project's lead publishes. Below is what the client was told so far.</Text>
        )}
        <Part title="Published so far">
          <PublicationHistory projectId={project.id} />
        </Part>
      </Stack>
    </Page>
  );
}

function NextPublication({ project }: { project: Project }) {
  const { data: preview, error } = useQuery(publicationPreviewQuery(project.id));
  if (error) return <Refusal problem={error} />;
  if (!preview) return <Waiting />;
  return (
    <>
      <Missing project={project} preview={preview} />
      <Text>
        Not sure yet?{" "}
        <Link to={`/p/${project.key.toLowerCase()}/input` as "/"}>Ask what people think first</Link>: by a
        link of their own they comment and propose, and you take in what is right.
      </Text>
      <Part title="What changes for the client">
        <ClientChanges projectId={project.id} currency={project.currency} preview={preview} />
        <AskWhy projectId={project.id} currency={project.currency} />
      </Part>
      <Part title="What stays with the team">
        <TeamOnly projectId={project.id} milestones={preview.teamOnly} />
      </Part>
      <Part title="Who is told">
        <Recipients project={project} preview={preview} />
      </Part>
      <Part title="In which words">
        {preview.held === null ? (
          <PublishForm projectId={project.id} preview={preview} />
        ) : (
          <Text>
            The last publication is about to leave. When it is out, or taken back, the next one can be
            published here.
          </Text>
        )}
      </Part>
    </>
  );
}

/** What has to be there before anything can be published, and the way to it. */
function Missing({ project, preview: { blocked, teamOnly } }: { project: Project; preview: Preview }) {
  if (blocked === null || blocked === "no-client") return null;
  return (
    <Alert color="yellow" variant="light" role="status" title="This cannot be published yet">
      <Text size="sm">
        {blocked === "no-contact" ? (
          <>
            Nobody of the client is on this project.{" "}
            <Link to={`${editAt(project)}#people` as "/"}>Give one of the client's people a part in it</Link>.
          </>
        ) : teamOnly.length > 0 ? (
          "The client would see no milestone with a date. Show at least one to the client, below."
        ) : (
          <>
            No milestone has a date yet.{" "}
            <Link to={`/p/${project.key.toLowerCase()}/plan` as "/"}>Give one a target date on the plan</Link>
            .
          </>
        )}
      </Text>
    </Alert>
  );
}

function Recipients({ project, preview: { recipients, team } }: { project: Project; preview: Preview }) {
  return (
    <>
      <div className={classes.sides}>
        <People
          name="Client"
          people={recipients.map(({ id, name, role }) => ({ id, name, role }))}
          nobody="Nobody yet."
        />
        <People name="Team" people={team} nobody="Nobody else works on this project." />
      </div>
      <Text size="sm" c="dimmed">
        One mail a day to each of the client at most. Guests hear nothing.{" "}
        <Link to={`${editAt(project)}#people` as "/"}>Change who is told</Link>
      </Text>
    </>
  );
}

interface PeopleProps {
  name: string;
  people: readonly { id: string; name: string; role?: string }[];
  nobody: string;
}

function People({ name: side, people, nobody }: PeopleProps) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {side}
      </Text>
      {people.length === 0 ? <Text c="dimmed">{nobody}</Text> : null}
      <ul className={classes.people}>
        {people.map(({ id, name, role }) => (
          <li key={id}>
            {name} {role ? <span className={classes.role}>{role}</span> : null}
          </li>
        ))}
      </ul>
    </div>
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

function editAt({ key }: Project): string {
  return `/p/${key.toLowerCase()}/edit`;
}
