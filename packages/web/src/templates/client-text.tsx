import { Text, Title } from "@mantine/core";
import type { Template } from "@milepost/planning";
import { Labelled, LabelledLines } from "./labelled.tsx";
import classes from "./template.module.css";
import { measureText, Part } from "./template-parts.tsx";
import { roleName, windowText } from "./template-words.ts";

/** The words of a template that are written for the client, and no others. */
export function ClientText({ template, daysPerWeek }: { template: Template; daysPerWeek: number }) {
  const { outcome, objectives, milestones } = template;
  return (
    <>
      <Text c="dimmed" mt="sm">
        In a project, dates stand in place of the days and names in place of the roles.
      </Text>
      {outcome ? (
        <Part title="What you have at the end">
          <Text className={classes.text}>{outcome}</Text>
        </Part>
      ) : null}
      {objectives.length > 0 ? (
        <Part title="Why we do it">
          <ul className={classes.objectives}>
            {objectives.map(({ key, statement, clientReason, measure }) => (
              <li key={key}>
                <Text fw={600}>{statement}</Text>
                {measure ? (
                  <Text size="sm" c="dimmed">
                    {measureText(measure)}
                  </Text>
                ) : null}
                <Text className={classes.text}>{clientReason}</Text>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title="The way there">
        <ol className={classes.milestones}>
          {milestones.map((milestone) => (
            <li key={milestone.key} className={classes.sheet}>
              <Title order={3} size="h4">
                {milestone.title}
              </Title>
              <Text size="sm" c="dimmed" className="mp-tabular">
                {windowText(milestone, daysPerWeek)}
              </Text>
              <Text mt={6} className={classes.text}>
                {milestone.outcome}
              </Text>
              <LabelledLines label="Done when" lines={milestone.criteria} />
              <LabelledLines label="You receive" lines={milestone.deliverables} />
              <Labelled label="Your part">{milestone.clientPart}</Labelled>
              <Labelled label="Who decides">{roleName(template, milestone.approverRole)}</Labelled>
            </li>
          ))}
        </ol>
      </Part>
    </>
  );
}
