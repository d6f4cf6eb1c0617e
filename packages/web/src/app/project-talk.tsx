import { Select, Tabs } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Files } from "../files/files.tsx";
import { useProject } from "../lib/current-project.ts";
import { planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { projectEvent } from "../projects/project-events.ts";
import { Talk } from "../talk/talk.tsx";
import { Page } from "../ui/page.tsx";
import { Timeline } from "../ui/timeline.tsx";
import type { TalkSearch } from "./project-talk-search.ts";

/** Talk, files and history of the project itself, or of one of its objectives. */
export function ProjectTalk() {
  const project = useProject();
  const { data: plan } = useSuspenseQuery(planQuery(project.id));
  const { tab = "team", about } = useSearch({ from: "/p/$projectKey/talk" });
  const navigate = useNavigate({ from: "/p/$projectKey/talk" });
  useTitle("Talk and files", project.name);
  const go = (next: TalkSearch) =>
    void navigate({ to: ".", replace: true, resetScroll: false, search: { tab, about, ...next } });
  const objective = plan.objectives.find(({ id }) => id === about);
  const subject = {
    kind: objective ? ("objective" as const) : ("project" as const),
    id: objective?.id ?? project.id,
    projectId: project.id,
  };
  const shown = tab === "client" && !plan.project.client ? "team" : tab;
  return (
    <Page title="Talk and files" narrow>
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
      <Tabs
        value={shown}
        onChange={(next) => go({ tab: next as NonNullable<TalkSearch["tab"]> })}
        keepMounted={false}
      >
        <Tabs.List aria-label="Talk and files">
          <Tabs.Tab value="team">Team talk</Tabs.Tab>
          {plan.project.client ? <Tabs.Tab value="client">Client talk</Tabs.Tab> : null}
          <Tabs.Tab value="files">Files</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="team" pt="sm">
          <Talk subject={subject} audience="team" />
        </Tabs.Panel>
        <Tabs.Panel value="client" pt="sm">
          <Talk subject={subject} audience="client" />
        </Tabs.Panel>
        <Tabs.Panel value="files" pt="sm">
          <Files subject={subject} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="sm">
          <Timeline
            projectId={project.id}
            {...(objective ? { subjectId: objective.id } : {})}
            say={projectEvent}
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
