import { Tabs } from "@mantine/core";
import { useLoaderData, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Files } from "../files/files.tsx";
import { CurrentProject } from "../lib/current-project.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { History } from "../milestones/history.tsx";
import { MilestonePage } from "../milestones/milestone.page.tsx";
import { MilestoneDialogs } from "../milestones/milestone-dialogs.tsx";
import { Talk } from "../talk/talk.tsx";
import { type MilestoneTab, readTab } from "./milestone-tab.ts";

/** The milestone with the nouns that hang on it. */
export function MilestoneScreen() {
  const project = useLoaderData({ from: "/m/$ref" });
  const { ref } = useParams({ from: "/m/$ref" });
  return (
    <CurrentProject value={project}>
      <MilestonePage
        projectId={project.id}
        number={Number(ref.slice(ref.lastIndexOf("-") + 2))}
        tabs={(milestone, plan) => <MilestoneTabs milestone={milestone} plan={plan} />}
      />
      <MilestoneDialogs />
    </CurrentProject>
  );
}

function MilestoneTabs({ milestone, plan }: { milestone: Milestone; plan: Plan }) {
  const { tab = "team" } = useSearch({ from: "/m/$ref" });
  const navigate = useNavigate({ from: "/m/$ref" });
  const open = (next: string | null) =>
    void navigate({ to: ".", replace: true, resetScroll: false, search: readTab({ tab: next }) });
  const subject = { kind: "milestone" as const, id: milestone.id, projectId: milestone.projectId };
  const shown: MilestoneTab = tab === "client" && !plan.project.client ? "team" : tab;
  return (
    <Tabs value={shown} onChange={open} keepMounted={false}>
      <Tabs.List aria-label="About this milestone">
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
        <History milestone={milestone} />
      </Tabs.Panel>
    </Tabs>
  );
}
