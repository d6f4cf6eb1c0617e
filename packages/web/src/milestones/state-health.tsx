import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { addDays } from "../lib/dates.ts";
import { atMilestone } from "../lib/milestone-acts.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { healthOf } from "../ui/health.ts";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { type StatedHealth, StatedLine } from "../ui/stated-line.tsx";

interface StateHealthProps {
  plan: Plan;
  milestone: Milestone;
}

type Words = Pick<StatedHealth, "word" | "reason" | "untilOn">;

const WORDS = ["on_track", "at_risk", "off_track", "waiting_for_client"] as const;
const USUAL_DAYS = 7;

/** What whoever leads says beside the computed word, and the way to say it. */
export function StateHealth({ plan, milestone }: StateHealthProps) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const { stated, state } = milestone;
  const projectId = plan.project.id;
  const open = state !== "accepted" && state !== "dropped";
  const mayState = plan.project.may.editPlan && open && plan.project.pausedAt === null;
  const end = async (said: StatedHealth) => {
    await answer(api.DELETE("/api/v1/milestones/{milestoneId}/stated-health", atMilestone(milestone.id)));
    await refreshPlan(client, projectId);
    offerUndo("Only the computed word is left.", async () => {
      await say(milestone.id, said);
      await refreshPlan(client, projectId);
    });
  };
  if (!open || (!stated && !mayState)) return null;
  return (
    <Group gap="xs" mb="sm">
      {stated ? <StatedLine stated={stated} /> : null}
      {mayState ? (
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
          {stated ? "Say it anew" : "Say otherwise"}
        </Button>
      ) : null}
      {mayState && stated ? (
        <Button size="compact-sm" variant="subtle" onClick={() => void end(stated).catch(sayProblem)}>
          End it
        </Button>
      ) : null}
      {asked ? (
        <StateDialog
          of={`M${milestone.number}`}
          stated={stated}
          today={plan.today}
          onSay={async (words) => {
            await say(milestone.id, words);
            await refreshPlan(client, projectId);
          }}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </Group>
  );
}

interface StateDialogProps {
  /** "M2" */
  of: string;
  stated: StatedHealth | null;
  today: string;
  onSay: (words: Words) => Promise<void>;
  onClose: () => void;
}

function StateDialog({ of, stated, today, onSay, onClose }: StateDialogProps) {
  const [word, setWord] = useState<Words["word"] | null>(stated?.word ?? null);
  const [reason, setReason] = useState(stated?.reason ?? "");
  const [untilOn, setUntilOn] = useState(stated?.untilOn ?? addDays(today, USUAL_DAYS));
  const form = useSubmit(async () => {
    if (!word) return;
    await onSay({ word, reason: reason.trim(), untilOn });
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={`Say how ${of} is`}>
      <Form onSend={() => void form.submit()}>
        <Stack gap="sm">
          <Text size="sm">
            It stands beside the computed word, with your name, until the day you choose. Clients do not see
            it.
          </Text>
          <Select
            label="How it is"
            placeholder="Choose a word"
            required
            data={WORDS.map((value) => ({ value, label: healthOf(value).word }))}
            value={word}
            onChange={(next) => setWord(WORDS.find((one) => one === next) ?? null)}
          />
          <TextInput
            label="What you see that the figures do not"
            required
            maxLength={300}
            value={reason}
            error={form.field("reason")}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <TextInput
            type="date"
            label="Until"
            required
            min={today}
            value={untilOn}
            error={form.field("untilOn")}
            onChange={({ currentTarget }) => setUntilOn(currentTarget.value)}
          />
          <Refusal problem={form.problem} />
          <SaveRow
            action="Say it"
            busy={form.busy}
            ready={word !== null && reason.trim() !== "" && untilOn !== ""}
            onCancel={onClose}
          />
        </Stack>
      </Form>
    </Modal>
  );
}

function say(milestoneId: string, { word, reason, untilOn }: Words): Promise<unknown> {
  return answer(
    api.PUT("/api/v1/milestones/{milestoneId}/stated-health", {
      ...atMilestone(milestoneId),
      body: { word, reason, untilOn },
    }),
  );
}
