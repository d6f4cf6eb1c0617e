import { Button, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { useIsGuest } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { PublicationHistory } from "../publications/publication-history.tsx";
import { ReportList } from "../reports/report-list.tsx";
import { Page } from "../ui/page.tsx";
import { MessageList } from "../updates/message-list.tsx";
import { messageDraft } from "../updates/messages.api.ts";

/** What the client and the team were told: messages, reports, and what was published. */
export function UpdatesScreen() {
  const project = useProject();
  const place = `/p/${project.key.toLowerCase()}`;
  const isGuest = useIsGuest();
  useTitle("Updates", project.name);
  return (
    <Page
      title="Updates"
      narrow
      actions={
        isGuest ? null : (
          <Button component={Link} to={`${place}/updates/new` as "/"}>
            {hasFormDraft(messageDraft(project.id)) ? "Go on with your message" : "Write a message"}
          </Button>
        )
      }
    >
      {isGuest ? null : (
        <p>
          <Link to={`${place}/check-ins` as "/"}>Check-ins</Link>
        </p>
      )}
      <Title order={2} size="h3" mt="lg" mb="sm">
        Messages
      </Title>
      <MessageList projectId={project.id} />
      {project.clientId === null ? null : (
        <>
          <Title order={2} size="h3" mt="xl" mb="sm">
            Status reports
          </Title>
          <ReportList project={project} />
          <Link to={`${place}/report` as "/"}>Make or schedule a status report</Link>
        </>
      )}
      <Title order={2} size="h3" mt="xl" mb="sm">
        Published
      </Title>
      <PublicationHistory projectId={project.id} />
    </Page>
  );
}
