import { ActionIcon, Button, Group, Modal, NumberInput, Select, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { boardQuery } from "../lib/board-query.ts";
import { addDependency, type LinkKind, removeDependency } from "../lib/dependency-acts.ts";
import { FOLLOWER_NAMES, isOpen, LINK_NAMES, lagText } from "../lib/milestone-words.ts";
import type { Dependency, Milestone, Plan } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface DependencyDialogProps {
  plan: Plan;
  milestone: Milestone;
  onClose: () => void;
}

/** What must come before this milestone, and what waits for it. */
export function DependencyDialog({ plan, milestone, onClose }: DependencyDialogProps) {
  return (
    <Modal opened onClose={onClose} title={`What “${milestone.title}” depends on`} size="lg">
      <Stack gap="md">
        <DependencyLists plan={plan} milestone={milestone} />
        <AddDependency plan={plan} milestone={milestone} />
      </Stack>
    </Modal>
  );
}

/** Both directions, each with its way out. */
export function DependencyLists({ plan, milestone }: Pick<DependencyDialogProps, "plan" | "milestone">) {
  const before = plan.dependencies.filter(({ to }) => to.id === milestone.id);
  const after = plan.dependencies.filter(({ from }) => from.id === milestone.id);
  if (before.length + after.length === 0)
    return <Text c="dimmed">It waits for nothing, and nothing waits for it.</Text>;
  return (
    <div>
      <Lines title="Waits for" lines={before} other="from" mayPlan={plan.project.may.editPlan} />
      <Lines title="Is waited for by" lines={after} other="to" mayPlan={plan.project.may.editPlan} />
    </div>
  );
}

interface LinesProps {
  title: string;
  lines: readonly Dependency[];
  other: "from" | "to";
  mayPlan: boolean;
}

function Lines({ title, lines, other, mayPlan }: LinesProps) {
  const client = useQueryClient();
  if (lines.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      {lines.map((line) => (
        <Group key={line.id} gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {`${line[other].ref} ${line[other].title}`}
            <Text component="span" size="xs" c="dimmed">
              {` ${[other === "from" ? LINK_NAMES[line.kind] : FOLLOWER_NAMES[line.kind], lagText(line.lagDays)].filter(Boolean).join(", ")}`}
            </Text>
          </Text>
          {mayPlan ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={`Remove the dependency on ${line[other].title}`}
              onClick={() => removeDependency(client, line).catch(sayProblem)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          ) : null}
        </Group>
      ))}
    </>
  );
}

function AddDependency({ plan, milestone }: Pick<DependencyDialogProps, "plan" | "milestone">) {
  const client = useQueryClient();
  const board = useQuery(boardQuery(plan.project.id)).data;
  const [from, setFrom] = useState<string | null>(null);
  const [kind, setKind] = useState<LinkKind>("FS");
  const [lag, setLag] = useState<number | string>(0);
  const milestones = plan.milestones.filter((each) => each.id !== milestone.id && isOpen(each));
  const { submit, busy, problem } = useSubmit(async () => {
    if (!from) return;
    const item = plan.milestones.some(({ id }) => id === from) ? "milestone" : "card";
    await addDependency(client, plan.project.id, {
      from: { kind: item, id: from },
      to: { kind: "milestone", id: milestone.id },
      kind,
      lagDays: Number(lag) || 0,
    });
    setFrom(null);
  });
  return (
    <Form onSend={submit}>
      <Stack gap="xs">
        <Select
          label="It waits for"
          placeholder="A milestone or a card"
          searchable
          limit={60}
          data={[
            {
              group: "Milestones",
              items: milestones.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` })),
            },
            {
              group: "Cards",
              items: (board?.cards ?? [])
                .filter(({ doneAt }) => !doneAt)
                .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
            },
          ]}
          value={from}
          onChange={setFrom}
        />
        <Group align="flex-end" gap="xs">
          <Select
            label="This one"
            style={{ flex: 1, minWidth: 220 }}
            data={(["FS", "SS", "FF", "SF"] as const).map((value) => ({ value, label: LINK_NAMES[value] }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => setKind(value ?? "FS")}
          />
          <NumberInput
            label="Working days between"
            w={170}
            min={-365}
            max={365}
            allowDecimal={false}
            value={lag}
            onChange={setLag}
          />
          <Button type="submit" loading={busy} disabled={!from}>
            Add
          </Button>
        </Group>
        <Refusal problem={problem} />
      </Stack>
    </Form>
  );
}
