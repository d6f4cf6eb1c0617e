import { Text, Title } from "@mantine/core";
import type { Template, TemplateMilestone } from "@milepost/planning";
import type { ReactNode } from "react";
import { ActivityLines } from "./activity-lines.tsx";
import { Labelled, LabelledLines } from "./labelled.tsx";
import { askedOf } from "./request-words.ts";
import classes from "./template.module.css";
import { roleName, waitsFor, windowText } from "./template-words.ts";

interface MilestoneSheetProps {
  template: Template;
  milestone: TemplateMilestone;
  /** Its place on the road, from 1. */
  n: number;
  daysPerWeek: number;
  /** Its buttons, where it can be changed. */
  actions?: ReactNode;
}

/** Everything that a template says of one milestone. */
export function MilestoneSheet({ template, milestone, n, daysPerWeek, actions }: MilestoneSheetProps) {
  const { key, title, outcome, why, clientPart, criteria, deliverables, activities } = milestone;
  const serves = template.objectives.filter((each) => milestone.objectiveKeys.includes(each.key));
  const isFixed = template.fixedDate?.milestoneKey === key;
  return (
    <li className={classes.sheet}>
      <div className={classes.head}>
        <Title order={3} size="h4">
          {`${n}. ${title}`}
        </Title>
        {actions}
      </div>
      <Text size="sm" c="dimmed" className="mp-tabular">
        {windowText(milestone, daysPerWeek)}
        {isFixed ? `. Fixed: ${template.fixedDate?.title}` : ""}
      </Text>
      {outcome ? (
        <Text mt={6} className={classes.text}>
          {outcome}
        </Text>
      ) : null}
      <Labelled label="Why it matters">{why}</Labelled>
      <div className={classes.pairs}>
        <LabelledLines label="Done when" lines={criteria} />
        <LabelledLines label="Handed over" lines={deliverables} />
      </div>
      <ActivityLines template={template} activities={activities} />
      <div className={classes.pairs}>
        <Labelled label="Responsible">{roleName(template, milestone.ownerRole)}</Labelled>
        <Labelled label="Approved by">{roleName(template, milestone.approverRole)}</Labelled>
        <Labelled label="Serves">{serves.map(({ statement }) => statement).join("; ")}</Labelled>
        <Labelled label="Begins after">{waitsFor(template, key).join("; ")}</Labelled>
      </div>
      <Labelled label="The client reads as their part">{clientPart}</Labelled>
      <LabelledLines label="Asked of the client" lines={askedOf(template, milestone)} />
    </li>
  );
}
