import { Text } from "@mantine/core";
import type { Template, TemplateMilestone } from "@milepost/planning";
import { counted } from "../lib/counted.ts";
import { ActivityLines } from "./activity-lines.tsx";
import { Labelled, LabelledLines } from "./labelled.tsx";
import classes from "./milestone-choices.module.css";
import { askedOf } from "./request-words.ts";

interface MilestoneContentsProps {
  milestone: TemplateMilestone;
  plan: Template;
}

/** What comes with a milestone of a template; folded until somebody asks. */
export function MilestoneContents({ milestone, plan }: MilestoneContentsProps) {
  const { outcome, clientPart, criteria, deliverables, activities } = milestone;
  return (
    <details className={classes.contents}>
      <summary>
        {counted(activities.length, "activity", "activities")},{" "}
        {counted(criteria.length, "criterion", "criteria")}
      </summary>
      {outcome ? <Text size="sm">{outcome}</Text> : null}
      <LabelledLines label="Done when" lines={criteria} />
      <ActivityLines template={plan} activities={activities} />
      <LabelledLines label="Handed over" lines={deliverables} />
      <Labelled label="The client reads as their part">{clientPart}</Labelled>
      <LabelledLines label="Asked of the client" lines={askedOf(plan, milestone)} />
    </details>
  );
}
