import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { byDate, servedBy } from "../lib/milestone-words.ts";
import type { Milestone, Objective, Plan } from "../lib/plan-query.ts";
import { MilestoneLines } from "./milestone-lines.tsx";
import { ObjectiveHead } from "./objective-head.tsx";
import classes from "./plan.module.css";

interface ObjectiveBlockProps {
  plan: Plan;
  objective: Objective;
  index: number;
  milestones: readonly Milestone[];
}

/** An objective and the milestones that lead there. */
export function ObjectiveBlock({ plan, objective, index, milestones }: ObjectiveBlockProps) {
  const titleId = useId();
  return (
    <section className={classes.objective} aria-labelledby={titleId} id={`objective-${objective.id}`}>
      <ObjectiveHead plan={plan} objective={objective} index={index} titleId={titleId} />
      <AlsoServing plan={plan} objective={objective} shown={milestones} />
      <MilestoneLines plan={plan} milestones={milestones} objectiveId={objective.id} />
    </section>
  );
}

/** Milestones that serve it and stand under another objective. */
function AlsoServing({
  plan,
  objective,
  shown,
}: {
  plan: Plan;
  objective: Objective;
  shown: readonly Milestone[];
}) {
  const others = plan.milestones
    .filter(
      (each) =>
        each.state !== "dropped" && servedBy(plan, each).includes(objective.id) && !shown.includes(each),
    )
    .toSorted(byDate);
  if (others.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt={6}>
      {shown.length > 0 ? "Also served by " : "Served by "}
      {others.map(({ id, ref, number, title }, i) => (
        <span key={id}>
          {i === 0 ? "" : i === others.length - 1 ? " and " : ", "}
          <Link to={`/m/${ref}` as "/"} title={title} style={{ color: "inherit" }}>{`M${number}`}</Link>
        </span>
      ))}
      {", listed under another objective."}
    </Text>
  );
}
