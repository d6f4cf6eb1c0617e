import { Title } from "@mantine/core";
import { useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { PublicationHistory } from "../publications/publication-history.tsx";
import { Page } from "../ui/page.tsx";
import { MessageList } from "../updates/message-list.tsx";
import { NewMessage } from "../updates/new-message.tsx";

/** What the client and the team were told: messages, and what was published. */
export function UpdatesScreen() {
  const project = useProject();
  useTitle("Updates", project.name);
  return (
    <Page title="Updates" narrow>
      <NewMessage key={project.id} projectId={project.id} hasClient={project.clientId !== null} />
      <Title order={2} size="h3" mt="xl" mb="sm">
        Messages
      </Title>
      <MessageList projectId={project.id} />
      <Title order={2} size="h3" mt="xl" mb="sm">
        Published
      </Title>
      <PublicationHistory projectId={project.id} />
    </Page>
  );
}
