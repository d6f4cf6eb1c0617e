import { Button } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type Project, useManages } from "../lib/current-project.ts";
import { useIsGuest } from "../lib/session.ts";
import { PublishButton, ViewAsClient } from "../publications/publish-button.tsx";
import { MuteProject } from "./mute-project.tsx";

/** What goes on between this project and its client, from every page of it. */
export function ClientActs({ project }: { project: Project }) {
  return (
    <>
      {project.state === "completed" ? <RetrospectiveLink projectKey={project.key.toLowerCase()} /> : null}
      <MailsLink projectKey={project.key.toLowerCase()} />
      <MuteProject project={project} />
      <ViewAsClient project={project} />
      <PublishButton project={project} />
    </>
  );
}

/** What was learned stays within reach of a project that is over. */
function RetrospectiveLink({ projectKey }: { projectKey: string }) {
  if (useIsGuest()) return null;
  return (
    <Button
      component={Link}
      to={`/p/${projectKey}/retrospective`}
      variant="subtle"
      color="gray"
      size="compact-sm"
    >
      Retrospective
    </Button>
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
