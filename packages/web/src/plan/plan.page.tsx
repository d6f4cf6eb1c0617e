import { Button, Text } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useProject } from "../lib/current-project.ts";
import { useKeys } from "../lib/keyboard.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import { byDate, servedBy } from "../lib/milestone-words.ts";
import { type Milestone, type Plan, planQuery } from "../lib/plan-query.ts";
import { useTitle } from "../lib/title.ts";
import { AddLine } from "../ui/add-line.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { FixedDates } from "./fixed-dates.tsx";
import { MilestoneLines } from "./milestone-lines.tsx";
import { createObjective } from "./objective-acts.ts";
import { ObjectiveBlock } from "./objective-block.tsx";
import classes from "./plan.module.css";
import { PlanCheck } from "./plan-check.tsx";

interface PlanPageProps {
  /** What else can be done with the plan, beside planning it. */
  actions?: ReactNode;
}

/** What the project is for, which milestones lead there, and what the plan still lacks. */
export function PlanPage({ actions }: PlanPageProps) {
  const { id, key, name } = useProject();
  useTitle("Plan", name);
  const plan = useSuspenseQuery(planQuery(id)).data;
  const mayPlan = plan.project.may.editPlan;
  usePlanKeys(id, mayPlan);
  const grouped = useMemo(() => milestonesByObjective(plan), [plan]);
  const rest = grouped.get(null) ?? [];
  const empty = plan.objectives.length === 0 && plan.milestones.length === 0;
  return (
    <Page
      title="Plan"
      lead="Objectives say why, milestones say what will be true, and by when."
      actions={
        <>
          {mayPlan ? (
            <Button variant="default" component={Link} to={`/p/${key.toLowerCase()}/assistant`}>
              Planning assistant
            </Button>
          ) : null}
          {actions}
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.outline}>
          {empty ? <FirstObjective mayPlan={mayPlan} /> : null}
          {plan.objectives.map((objective, index) => (
            <ObjectiveBlock
              key={objective.id}
              plan={plan}
              objective={objective}
              index={index}
              milestones={grouped.get(objective.id) ?? []}
            />
          ))}
          {mayPlan ? <NewObjective projectId={id} first={plan.objectives.length === 0} /> : null}
          {rest.length > 0 || (mayPlan && !empty) ? (
            <section className={classes.objective} aria-label="Without an objective">
              <Text fw={650}>
                {rest.length > 0 ? "Serve no objective yet" : "A milestone without an objective"}
              </Text>
              <MilestoneLines plan={plan} milestones={rest} objectiveId={null} />
            </section>
          ) : null}
          <FixedDates plan={plan} />
        </div>
        <PlanCheck plan={plan} />
      </div>
    </Page>
  );
}

function FirstObjective({ mayPlan }: { mayPlan: boolean }) {
  return (
    <EmptyState title="Why does this project exist?">
      {mayPlan
        ? "Begin with one sentence that names a change, such as “More orders”, and the number that will show it. Milestones then lead there."
        : "The project's lead writes down objectives and milestones. They appear here."}
    </EmptyState>
  );
}

function NewObjective({ projectId, first }: { projectId: string; first: boolean }) {
  const client = useQueryClient();
  return (
    <section aria-label="New objective">
      <Text fw={650}>{first ? "First objective" : "Another objective"}</Text>
      <AddLine
        label="Objective"
        placeholder="One sentence: what will be different?"
        onAdd={(statement) => createObjective(client, projectId, statement)}
      />
    </section>
  );
}

/** Each milestone once: under the first objective it serves, minor ones behind their phase. */
function milestonesByObjective(plan: Plan): Map<string | null, Milestone[]> {
  const groups = new Map<string | null, Milestone[]>();
  const shown = plan.milestones.filter(({ state }) => state !== "dropped").toSorted(byDate);
  const add = (milestone: Milestone, key: string | null) => {
    groups.set(key, [...(groups.get(key) ?? []), milestone]);
    for (const minor of shown) if (minor.parentId === milestone.id) add(minor, key);
  };
  for (const milestone of shown)
    if (milestone.parentId === null) add(milestone, servedBy(plan, milestone)[0] ?? null);
  return groups;
}

function usePlanKeys(projectId: string, mayPlan: boolean): void {
  const keys = useMemo(
    () =>
      mayPlan
        ? [
            {
              keys: "shift+c",
              label: "New milestone",
              run: () => openMilestoneDialog({ kind: "new", projectId, milestoneId: "" }),
            },
          ]
        : [],
    [projectId, mayPlan],
  );
  useKeys("Plan", keys);
}
