import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Plan } from "../lib/plan-query.ts";
import { keepPlan } from "../lib/plan-versions.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";

interface KeepPlanDialogProps {
  plan: Plan;
  onClose: () => void;
}

/** Keeps the plan as it is now; a version cannot be changed, so it is asked for in words. */
export function KeepPlanDialog({ plan, onClose }: KeepPlanDialogProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { submit, busy, problem } = useSubmit(async () => {
    const { n } = await keepPlan(client, plan.project.id, reason.trim());
    sayDone(`Kept as version ${n}`);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title="Keep this plan">
      <Form onSend={submit}>
        <Stack gap="sm">
          <Text>
            Dates, criteria, owners and prices are kept as they are today, so that everybody can see later
            what has moved. A version stays as it is for good.
          </Text>
          <TextInput
            label="Why now?"
            placeholder="Agreed with Dana on Friday"
            data-autofocus
            maxLength={1000}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Keep this plan
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
