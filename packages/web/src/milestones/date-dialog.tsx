import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { REASONS, type ReasonCode } from "../lib/adjustments.ts";
import { boardQuery } from "../lib/board-query.ts";
import { changeDates, type NewDates } from "../lib/date-acts.ts";
import { dateTrial, tryDates } from "../lib/date-effect.ts";
import { dayText } from "../lib/dates.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { DatePreview } from "./date-preview.tsx";
import { DateTouches } from "./date-touches.tsx";

interface DateDialogProps {
  plan: Plan;
  milestone: Milestone;
  onClose: () => void;
}

/** New dates with their consequences, old and new side by side, before anything moves. */
export function DateDialog({ plan, milestone, onClose }: DateDialogProps) {
  const client = useQueryClient();
  const board = useQuery(boardQuery(plan.project.id)).data;
  const trial = useMemo(() => dateTrial(plan, board), [plan, board]);
  const [startOn, setStartOn] = useState(milestone.startOn ?? "");
  const [targetOn, setTargetOn] = useState(milestone.targetOn ?? "");
  const [reason, setReason] = useState<ReasonCode | null>(null);
  const [words, setWords] = useState("");
  const to = changed(milestone, { startOn, targetOn });
  const effect = useMemo(
    () =>
      tryDates(trial, milestone.id, {
        ...(to.startOn ? { startOn: to.startOn } : {}),
        ...(to.targetOn ? { targetOn: to.targetOn } : {}),
      }),
    [trial, milestone.id, to.startOn, to.targetOn],
  );
  const nothing = to.startOn === undefined && to.targetOn === undefined;
  const { submit, busy, problem } = useSubmit(async () => {
    const said = targetOn ? `M${milestone.number} moved to ${dayText(targetOn)}` : "Dates changed";
    const why = {
      ...(reason ? { reasonCode: reason } : {}),
      ...(words.trim() ? { reason: words.trim() } : {}),
    };
    await changeDates(client, milestone, to, { said, ...why });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Move “${milestone.title}”`} size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="Work starts"
              value={startOn}
              onChange={({ currentTarget }) => setStartOn(currentTarget.value)}
            />
            <TextInput
              type="date"
              label="Target date"
              data-autofocus
              value={targetOn}
              onChange={({ currentTarget }) => setTargetOn(currentTarget.value)}
            />
          </Group>
          <DatePreview plan={plan} board={board} trial={trial} effect={effect} nothing={nothing} />
          {nothing || effect.refusal !== null ? null : (
            <DateTouches plan={plan} milestone={milestone} to={to} />
          )}
          <Group grow align="flex-start">
            <Select
              label="Reason"
              placeholder="Choose one"
              data={REASONS}
              value={reason}
              onChange={(value) => setReason(REASONS.find((one) => one.value === value)?.value ?? null)}
              clearable
            />
            <TextInput
              label="In your words"
              value={words}
              maxLength={500}
              onChange={({ currentTarget }) => setWords(currentTarget.value)}
            />
          </Group>
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={nothing || effect.refusal !== null}>
              Move
            </Button>
          </Group>
          <Text size="xs" c="dimmed" ta="right">
            Can be undone until it is published.
          </Text>
        </Stack>
      </Form>
    </Modal>
  );
}

/** Only what differs; an emptied field takes the date away. */
function changed(
  milestone: Pick<Milestone, "startOn" | "targetOn">,
  { startOn, targetOn }: { startOn: string; targetOn: string },
): NewDates {
  return {
    ...(startOn !== (milestone.startOn ?? "") ? { startOn: startOn || null } : {}),
    ...(targetOn !== (milestone.targetOn ?? "") ? { targetOn: targetOn || null } : {}),
  };
}
