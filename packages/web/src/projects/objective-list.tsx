import { Text, Title } from "@mantine/core";
import type { Plan } from "../lib/plan-query.ts";
import classes from "./care-list.module.css";

/** Why the project exists: each objective with its two facts side by side. */
export function ObjectiveList({ objectives }: { objectives: Plan["objectives"] }) {
  if (objectives.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        Objectives
      </Title>
      <ul className={classes.list}>
        {objectives.map((objective) => (
          <li key={objective.id} style={{ padding: "6px 0" }}>
            <Text>{objective.statement}</Text>
            <Text size="xs" c="dimmed" className="mp-tabular">
              {objective.reached} of {objective.count} milestones reached
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
