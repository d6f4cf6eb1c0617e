import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useProject } from "../lib/current-project.ts";
import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { Setting } from "../ui/setting.tsx";
import { AcceptanceSettings } from "./acceptance-settings.tsx";
import { ClientSettings } from "./client-settings.tsx";
import { FixedDates } from "./fixed-dates.tsx";
import { HeadForm } from "./head-form.tsx";
import { ProjectContacts } from "./project-contacts.tsx";
import { ProjectLife } from "./project-life.tsx";
import { ProjectMembers } from "./project-members.tsx";

/** The head page of a project, to change it. */
export function HeadPage({ fields }: { fields: ReactNode }) {
  const project = useProject();
  useTitle("Head page", project.name);
  return (
    <Page title={`Head page of ${project.name}`} narrow>
      <Stack gap={0}>
        <Setting
          title="What it is about"
          affects="everybody on this project; clients read it when it is published"
        >
          <HeadForm key={project.id} project={project} />
        </Setting>
        <Setting
          title="Fixed dates from outside"
          affects="the plan check: a milestone before such a date needs a buffer"
        >
          <FixedDates projectId={project.id} />
        </Setting>
        <div id="people">
          <Setting
            title="Who works on this"
            affects="the people you add or take off: they see the project or no longer do"
          >
            <ProjectMembers projectId={project.id} />
          </Setting>
          <Setting title="People at the client" affects="who can be asked to approve, and how they come in">
            <ProjectContacts projectId={project.id} clientId={project.clientId} />
          </Setting>
        </div>
        {project.clientId === null ? null : (
          <Setting title="What the client sees, and how" affects="the client's people on this project">
            <ClientSettings project={project} />
          </Setting>
        )}
        {project.clientId === null ? null : (
          <Setting title="When nobody answers" affects="who decides for the client, and who waits for them">
            <AcceptanceSettings project={project} />
          </Setting>
        )}
        <Setting title="Fields of its cards" affects="everybody who works with this project's cards">
          {fields}
        </Setting>
        <Setting title="Where it stands" affects="everybody on this project">
          <ProjectLife project={project} />
        </Setting>
      </Stack>
    </Page>
  );
}
