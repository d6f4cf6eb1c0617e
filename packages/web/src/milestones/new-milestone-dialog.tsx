import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createMilestone } from "../lib/milestone-acts.ts";
import type { Plan } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface NewMilestoneDialogProps {
  plan: Plan;
  onClose: () => void;
}

/** A milestone in one breath: what will be true, by when, for which objective. */
export function NewMilestoneDialog({ plan, onClose }: NewMilestoneDialogProps) {
  const client = useQueryClient();
  const { objectives, project } = plan;
  const [title, setTitle] = useState("");
  const [startOn, setStartOn] = useState("");
  const [targetOn, setTargetOn] = useState("");
  const [objectiveId, setObjectiveId] = useState<string | null>(
    objectives.length === 1 ? (objectives[0]?.id ?? null) : null,
  );
  const { submit, busy, problem, field } = useSubmit(async () => {
    await createMilestone(
      client,
      project.id,
      { title: title.trim(), ...(startOn ? { startOn } : {}), ...(targetOn ? { targetOn } : {}) },
      objectiveId ? [objectiveId] : [],
    );
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title="New milestone">
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="What will be true then"
            description="An outcome, such as “Design approved”, not “Design”"
            required
            data-autofocus
            maxLength={200}
            value={title}
            error={field("title")}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="Target date"
              value={targetOn}
              error={field("targetOn")}
              onChange={({ currentTarget }) => setTargetOn(currentTarget.value)}
            />
            <TextInput
              type="date"
              label="Work starts"
              value={startOn}
              error={field("startOn")}
              onChange={({ currentTarget }) => setStartOn(currentTarget.value)}
            />
          </Group>
          {objectives.length > 0 ? (
            <Select
              label="Objective it serves"
              placeholder="None yet"
              clearable
              data={objectives.map(({ id, statement }) => ({ value: id, label: statement }))}
              value={objectiveId}
              onChange={setObjectiveId}
            />
          ) : null}
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={title.trim() === ""}>
              Add milestone
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
