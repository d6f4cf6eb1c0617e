import { Text, Title } from "@mantine/core";
import classes from "./care-list.module.css";
import type { Overview } from "./portfolio.api.ts";

/** Why the project exists: each objective with its two facts side by side. */
export function ObjectiveList({ objectives }: Pick<Overview, "objectives">) {
  if (objectives.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        Objectives
      </Title>
      <ul className={classes.list}>
        {objectives.map((objective) => (
          <li key={objective.id} style={{ padding: "6px 0" }}>
            <Text style={{ overflowWrap: "anywhere" }}>{objective.statement}</Text>
            <Text size="xs" c="dimmed" className="mp-tabular">
              {objective.count === 0
                ? "No milestone serves it yet"
                : `${objective.reached} of ${objective.count} milestones reached`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
