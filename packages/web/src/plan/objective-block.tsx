import { ActionIcon, Button, Group, Menu, Text, Title } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useRef, useState } from "react";
import { dayText } from "../lib/dates.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import { byDate, servedBy } from "../lib/milestone-words.ts";
import type { Milestone, Objective, Plan } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { MilestoneLines } from "./milestone-lines.tsx";
import { orderObjective, trashObjective } from "./objective-acts.ts";
import { ObjectiveForm, objectiveDraft } from "./objective-form.tsx";
import classes from "./plan.module.css";
import { Reading } from "./reading.tsx";
import { SmartWords } from "./smart-words.tsx";

interface ObjectiveBlockProps {
  plan: Plan;
  objective: Objective;
  index: number;
  milestones: readonly Milestone[];
}

/** An objective with its measure and reasons, and the milestones that lead there. */
export function ObjectiveBlock({ plan, objective, index, milestones }: ObjectiveBlockProps) {
  const [editing, setEditing] = useState(() => hasFormDraft(objectiveDraft(objective)));
  const edit = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    edit.current?.focus();
  };
  const titleId = useId();
  const mayPlan = plan.project.may.editPlan;
  return (
    <section className={classes.objective} aria-labelledby={titleId} id={`objective-${objective.id}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Title order={2} size="h3" id={titleId} className={classes.statement}>
          {objective.statement}
        </Title>
        {mayPlan ? (
          <Group gap={4} wrap="nowrap">
            <Button
              ref={edit}
              size="compact-sm"
              variant="default"
              aria-label={`Edit ${objective.statement}`}
              onClick={() => setEditing(!editing)}
            >
              Edit
            </Button>
            <ObjectiveMenu plan={plan} objective={objective} index={index} />
          </Group>
        ) : null}
      </Group>
      {editing ? (
        <ObjectiveForm objective={objective} onClose={close} />
      ) : (
        <>
          <Shown plan={plan} objective={objective} />
          <SmartWords smart={objective.smart} />
        </>
      )}
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

function Shown({ plan, objective }: { plan: Plan; objective: Objective }) {
  const { clientReason, ourReason, targetOn, reached, count } = objective;
  const measure = measureText(objective);
  return (
    <>
      <div className={classes.measure}>
        {measure ? <span className="mp-tabular">{measure}</span> : null}
        {targetOn ? <span>{`by ${dayText(targetOn, plan.today)}`}</span> : null}
        <span>
          {count === 0 ? "no milestone serves it yet" : `${reached} of ${count} milestones reached`}
        </span>
        {measure && plan.project.may.work ? <Reading objective={objective} today={plan.today} /> : null}
      </div>
      {clientReason ? (
        <Text size="sm" mt={4}>
          <strong>For the client:</strong> {clientReason}
        </Text>
      ) : null}
      {ourReason ? (
        <Text size="sm">
          <strong>For us:</strong> {ourReason}
        </Text>
      ) : null}
    </>
  );
}

/** "Orders 120 → 150 per week, now 131". */
function measureText({ measure, unit, baseline, target, current }: Objective): string | null {
  if (!measure.trim()) return null;
  const way = [baseline, target].filter((value) => value !== null).join(" → ");
  const now = current === null ? "" : `, now ${current}`;
  return `${measure} ${way}${unit ? ` ${unit}` : ""}${now}`;
}

function ObjectiveMenu({ plan, objective, index }: Omit<ObjectiveBlockProps, "milestones">) {
  const client = useQueryClient();
  const { objectives } = plan;
  const before = objectives[index - 1]?.id ?? null;
  const put = (after: string | null) => orderObjective(client, objective, after, before).catch(sayProblem);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`More about ${objective.statement}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {index > 0 ? (
          <Menu.Item onClick={() => put(objectives[index - 2]?.id ?? null)}>Move up</Menu.Item>
        ) : null}
        {index < objectives.length - 1 ? (
          <Menu.Item onClick={() => put(objectives[index + 1]?.id ?? null)}>Move down</Menu.Item>
        ) : null}
        <Menu.Item
          c="var(--mp-off-track)"
          onClick={() => trashObjective(client, objective).catch(sayProblem)}
        >
          Put into the trash
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
