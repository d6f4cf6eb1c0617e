import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { computeBack } from "../lib/date-acts.ts";
import { dateTrial } from "../lib/date-effect.ts";
import { dayText } from "../lib/dates.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Plan } from "../lib/plan-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { MovedDates } from "../ui/moved-dates.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type CountedBack, countBack, leadsUpTo, refusalWords, SPARE_DAYS } from "./count-back.ts";

interface CountBackDialogProps {
  plan: Plan;
  fixed: Plan["fixedDates"][number];
  onClose: () => void;
}

/** By when everything must be done so that a day from outside is kept: old beside new, before anything moves. */
export function CountBackDialog({ plan, fixed, onClose }: CountBackDialogProps) {
  const client = useQueryClient();
  const trial = useMemo(() => dateTrial(plan), [plan]);
  const [milestoneId, setMilestoneId] = useState(leadsUpTo(plan, fixed.onDate)?.id ?? "");
  const [spare, setSpare] = useState(SPARE_DAYS);
  const back = useMemo(
    () => countBack(trial, milestoneId, { onDate: fixed.onDate, spare }),
    [trial, milestoneId, fixed.onDate, spare],
  );
  const refusal = refusalWords(back);
  const milestone = plan.milestones.find(({ id }) => id === milestoneId);
  const { submit, busy, problem } = useSubmit(async () => {
    if (!milestone) return;
    await computeBack(client, milestone, {
      on: back.on,
      moves: back.moves.map(({ to, ...move }) => ({ milestoneId: move.milestoneId, to: { ...to } })),
      reason: `Counted back from “${fixed.title}” on ${dayText(fixed.onDate)}`,
      said: `Counted back from ${dayText(fixed.onDate)}: ${back.moves.length} moved`,
    });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Count back from “${fixed.title}”`} size="lg">
      <Form onSend={submit}>
        <Stack gap="sm">
          <Group grow align="flex-end">
            <Select
              label="To be reached by then"
              data={plan.milestones
                .filter(isOpen)
                .map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` }))}
              value={milestoneId}
              allowDeselect={false}
              onChange={(value) => setMilestoneId(value ?? "")}
            />
            <NumberInput
              label="Working days to spare"
              min={0}
              max={250}
              allowDecimal={false}
              value={spare}
              onChange={(value) => setSpare(Math.min(250, Math.max(0, Number(value) || 0)))}
            />
          </Group>
          {refusal ? <Text c="dimmed">{refusal}</Text> : <Moves plan={plan} back={back} />}
          <Refusal problem={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={refusal !== null}>
              Move these dates
            </Button>
          </Group>
          <Text size="xs" c="dimmed" ta="right">
            Can be undone.
          </Text>
        </Stack>
      </Form>
    </Modal>
  );
}

function Moves({ plan, back }: { plan: Plan; back: CountedBack }) {
  const names = new Map(plan.milestones.map(({ id, number, title }) => [id, `M${number} ${title}`]));
  const late = back.tooLate.map((id) => names.get(id) ?? "");
  return (
    <div role="status">
      <MovedDates moves={back.moves} titles={names} today={plan.today} />
      {late.length > 0 ? (
        <Alert color="red" variant="light" mt="sm">
          {`Too late already: ${late.join(", ")} would have had to begin before today. Keep fewer days to spare, shorten a window, or let things run side by side.`}
        </Alert>
      ) : null}
    </div>
  );
}
