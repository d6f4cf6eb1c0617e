import { ActionIcon, Button, Group, Menu, Text, Title } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { dayText } from "../lib/dates.ts";
import { hasFormDraft } from "../lib/form-draft.ts";
import type { Objective, Plan } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { orderObjective, trashObjective } from "./objective-acts.ts";
import { ObjectiveForm, objectiveDraft } from "./objective-form.tsx";
import classes from "./plan.module.css";
import { Reading } from "./reading.tsx";
import { SmartWords } from "./smart-words.tsx";

interface ObjectiveHeadProps {
  plan: Plan;
  objective: Objective;
  index: number;
  /** So that what stands around it can be named by its statement. */
  titleId: string;
  /** Its form is open from the beginning. */
  fresh?: boolean;
  level?: 2 | 3;
}

/** An objective with its measure and reasons, and the five words; one click turns it into its form. */
export function ObjectiveHead({
  plan,
  objective,
  index,
  titleId,
  fresh = false,
  level = 2,
}: ObjectiveHeadProps) {
  const [editing, setEditing] = useState(() => fresh || hasFormDraft(objectiveDraft(objective)));
  const edit = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    edit.current?.focus();
  };
  const mayPlan = plan.project.may.editPlan;
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Title order={level} size="h3" id={titleId} className={classes.statement}>
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
    </>
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

function ObjectiveMenu({ plan, objective, index }: Pick<ObjectiveHeadProps, "plan" | "objective" | "index">) {
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
