import { Button } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type Project, useManages } from "../lib/current-project.ts";
import { PublishButton, ViewAsClient } from "../publications/publish-button.tsx";

/** What goes on between this project and its client, from every page of it. */
export function ClientActs({ project }: { project: Project }) {
  return (
    <>
      <MailsLink projectKey={project.key.toLowerCase()} />
      <ViewAsClient project={project} />
      <PublishButton project={project} />
    </>
  );
}

/** What left and came in by mail is for those who manage the project. */
function MailsLink({ projectKey }: { projectKey: string }) {
  if (!useManages()) return null;
  return (
    <Button
      component={Link}
      to={`/p/${projectKey}/mail`}
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconMail size={16} aria-hidden />}
    >
      Mail
    </Button>
  );
}
