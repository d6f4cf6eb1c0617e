import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import classes from "./milestone.module.css";
import { Part } from "./part.tsx";

/** Risks that touch it; they are edited in the register. */
export function MilestoneRisks({ plan, milestone }: { plan: Plan; milestone: Milestone }) {
  const risks = plan.risks.filter(
    ({ status, milestoneIds }) => status === "open" && milestoneIds.includes(milestone.id),
  );
  return (
    <Part
      title="Risks"
      action={<Link to={`/p/${plan.project.key.toLowerCase()}/risks` as "/"}>Register</Link>}
    >
      {risks.length === 0 ? (
        <Text c="dimmed" size="sm">
          No open risk touches it.
        </Text>
      ) : null}
      <ul className={classes.list}>
        {risks.map(({ id, title, chance, effectDays }) => (
          <li key={id} className={classes.line}>
            <Text size="sm" className={classes.grow}>
              {title}
            </Text>
            <Text size="xs" c="dimmed" className="mp-tabular">
              {`${chance} %, ${effectDays} d`}
            </Text>
          </li>
        ))}
      </ul>
    </Part>
  );
}
