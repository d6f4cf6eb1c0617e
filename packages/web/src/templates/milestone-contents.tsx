import { Text, Title } from "@mantine/core";
import type { Template, TemplateMilestone } from "@milepost/planning";
import { counted } from "../lib/counted.ts";
import { minutesText } from "../lib/minutes.ts";
import { placed } from "../ui/pasted-lines.tsx";
import classes from "./milestone-choices.module.css";

interface MilestoneContentsProps {
  milestone: TemplateMilestone;
  plan: Pick<Template, "roles">;
}

/** What comes with a milestone of a template; folded until somebody asks. */
export function MilestoneContents({ milestone, plan }: MilestoneContentsProps) {
  const { outcome, clientPart, criteria, deliverables, activities } = milestone;
  const roles = new Map(plan.roles.map(({ key, name }) => [key, name]));
  const lines = activities.map(({ title, likely, roleKey }) => ({
    title,
    more: [likely === null ? "" : minutesText(likely), roles.get(roleKey ?? "") ?? ""]
      .filter(Boolean)
      .join(", "),
  }));
  return (
    <details className={classes.contents}>
      <summary>
        {counted(activities.length, "activity", "activities")},{" "}
        {counted(criteria.length, "criterion", "criteria")}
      </summary>
      {outcome ? <Text size="sm">{outcome}</Text> : null}
      <Lines title="Done when" lines={criteria.map((title) => ({ title }))} />
      <Lines title="Activities, which become cards" lines={lines} />
      <Lines title="Handed over" lines={deliverables.map((title) => ({ title }))} />
      {clientPart ? (
        <>
          <Title order={4}>The client's part</Title>
          <Text size="sm">{clientPart}</Text>
        </>
      ) : null}
    </details>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly { title: string; more?: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <Title order={4}>{title}</Title>
      <ul>
        {placed(lines).map(({ place, title: line, more }) => (
          <Text key={place} component="li" size="sm">
            {line}
            {more ? (
              <Text component="span" size="sm" c="dimmed">
                {" "}
                {more}
              </Text>
            ) : null}
          </Text>
        ))}
      </ul>
    </>
  );
}
