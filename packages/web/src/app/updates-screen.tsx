import { Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { useIsGuest } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { PublicationHistory } from "../publications/publication-history.tsx";
import { ReportList } from "../reports/report-list.tsx";
import { Page } from "../ui/page.tsx";
import { MessageList } from "../updates/message-list.tsx";
import { NewMessage } from "../updates/new-message.tsx";
import { useMessageField } from "./message-field.tsx";

/** What the client and the team were told: messages, reports, and what was published. */
export function UpdatesScreen() {
  const project = useProject();
  const field = useMessageField(project.id);
  const isGuest = useIsGuest();
  useTitle("Updates", project.name);
  return (
    <Page title="Updates" narrow>
      {isGuest ? null : (
        <p>
          <Link to={`/p/${project.key.toLowerCase()}/check-ins` as "/"}>Check-ins</Link>
        </p>
      )}
      <NewMessage
        key={project.id}
        projectId={project.id}
        hasClient={project.clientId !== null}
        field={field}
      />
      <Title order={2} size="h3" mt="xl" mb="sm">
        Messages
      </Title>
      <MessageList projectId={project.id} />
      {project.clientId === null ? null : (
        <>
          <Title order={2} size="h3" mt="xl" mb="sm">
            Status reports
          </Title>
          <ReportList project={project} />
          <Link to={`/p/${project.key.toLowerCase()}/report` as "/"}>Make or schedule a status report</Link>
        </>
      )}
      <Title order={2} size="h3" mt="xl" mb="sm">
        Published
      </Title>
      <PublicationHistory projectId={project.id} />
    </Page>
  );
}
