import { Select } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { projectEvent } from "../projects/project-events.ts";
import { Page } from "../ui/page.tsx";
import { Timeline } from "../ui/timeline.tsx";
import type { TalkSearch } from "./project-talk-search.ts";
import { TalkTabs } from "./talk-tabs.tsx";

/** Talk, files and history of the project itself, or of one of its objectives. */
export function ProjectTalk() {
  const project = useProject();
  const { data: plan } = useSuspenseQuery(planQuery(project.id));
  const { tab = "team", about } = useSearch({ from: "/p/$projectKey/talk" });
  const navigate = useNavigate({ from: "/p/$projectKey/talk" });
  useTitle("Talk", project.name);
  const go = (next: TalkSearch) =>
    void navigate({ to: ".", replace: true, resetScroll: false, search: { tab, about, ...next } });
  const objective = plan.objectives.find(({ id }) => id === about);
  const subject = {
    kind: objective ? ("objective" as const) : ("project" as const),
    id: objective?.id ?? project.id,
    projectId: project.id,
  };
  return (
    <Page title="Talk" narrow>
      <Select
        label="About"
        maw={480}
        mb="md"
        allowDeselect={false}
        data={[
          { value: project.id, label: "The whole project" },
          ...plan.objectives.map(({ id, statement }) => ({ value: id, label: statement })),
        ]}
        value={subject.id}
        onChange={(id) => go({ about: id === project.id ? undefined : (id ?? undefined) })}
      />
      <TalkTabs
        label="Talk, files and history"
        subject={subject}
        hasClient={plan.project.client !== null}
        tab={tab}
        onOpen={(next) => go({ tab: next })}
        history={
          <Timeline
            projectId={project.id}
            {...(objective ? { subjectId: objective.id } : {})}
            say={projectEvent}
          />
        }
      />
    </Page>
  );
}
