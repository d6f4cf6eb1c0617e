import { Button, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Plan } from "../lib/plan-query.ts";
import { FindingItem } from "./finding-item.tsx";
import { findingKey, verdictOf, waitingText } from "./finding-words.ts";
import classes from "./plan.module.css";

const FIRST = 8;

/** What the plan lacks, worst first; advice with reasons, and the way to mend each. */
export function PlanCheck({ plan, titled = true }: { plan: Plan; titled?: boolean }) {
  const { findings, skippedChecks, milestones, project } = plan;
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, FIRST);
  return (
    <aside className={classes.check} aria-label="Plan check">
      {titled ? (
        <Title order={2} size="h3">
          Plan check
        </Title>
      ) : null}
      <Text size="sm" c="dimmed" role="status">
        {verdictOf(plan)}
      </Text>
      <ul className={classes.findings}>
        {shown.map((finding) => (
          <FindingItem key={findingKey(finding)} plan={plan} finding={finding} />
        ))}
      </ul>
      {findings.length > FIRST ? (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => setAll(!all)}>
          {all ? "Show the first" : `Show all ${findings.length}`}
        </Button>
      ) : null}
      {skippedChecks.length > 0 ? (
        <Text size="xs" c="dimmed" mt="sm">
          {waitingText(skippedChecks)}
        </Text>
      ) : null}
      {milestones.length > 0 ? (
        <Text size="sm" mt="sm">
          <Link to={`/p/${project.key.toLowerCase()}/quality` as "/"}>Schedule quality</Link>
        </Text>
      ) : null}
    </aside>
  );
}
