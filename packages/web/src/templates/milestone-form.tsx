import { Group, NumberInput, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { TemplateMilestone } from "@milepost/planning";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { ActivityRows } from "./activity-rows.tsx";
import { MilestonePickers } from "./milestone-pickers.tsx";
import { type FieldsProps, stillThere, withWords, wordsOf } from "./milestone-words.ts";
import { RequestRows } from "./request-rows.tsx";
import { sayWords, WORD_LABELS } from "./said-words.ts";
import { changeParts } from "./template-acts.ts";

interface MilestoneFormProps {
  template: TemplateDetail;
  milestone: TemplateMilestone;
  onClose: () => void;
}

export function milestoneDraft(templateId: string, key: string): string {
  return `template.${templateId}.${key}`;
}

/** One milestone of a template, in its own place; what others changed of it meanwhile is shown beside. */
export function MilestoneForm({ template, milestone, onClose }: MilestoneFormProps) {
  const client = useQueryClient();
  const { id, plan } = template;
  const there = useMemo(() => wordsOf(plan, milestone), [plan, milestone]);
  const draft = useFormDraft(milestoneDraft(id, milestone.key), there);
  const { set, changes, theirs, clear } = draft;
  const values = stillThere(plan, draft.values);
  const [unread, setUnread] = useState<string | null>(null);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem } = useSubmit(async () => {
    if (Object.keys(changes).length === 0) return leave();
    const change = withWords(plan, milestone.key, stillThere(plan, changes));
    setUnread(typeof change === "string" ? change : null);
    if (typeof change === "string") return;
    await changeParts(client, template, change);
    leave();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="sm">
        <TextInput
          label="Title"
          required
          autoFocus
          maxLength={240}
          value={values.title}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        />
        <Days values={values} set={set} />
        <Texts values={values} set={set} />
        <ActivityRows plan={plan} rows={values.activities} onChange={(activities) => set({ activities })} />
        <RequestRows plan={plan} rows={values.requests} onChange={(requests) => set({ requests })} />
        <MilestonePickers plan={plan} milestoneKey={milestone.key} values={values} set={set} />
        <Theirs theirs={theirs} labels={WORD_LABELS} say={(field, value) => sayWords(plan, field, value)} />
        {unread ? (
          <Text size="sm" c="var(--mp-off-track)" role="alert">
            {unread}
          </Text>
        ) : null}
        <Refusal problem={problem} />
        <SaveRow busy={busy} ready={values.title.trim() !== ""} onCancel={leave} />
      </Stack>
    </Form>
  );
}

function Days({ values: { first, days }, set }: FieldsProps) {
  const end = first !== "" && days !== "" ? Number(first) + Number(days) - 1 : null;
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <NumberInput
          label="Begins on working day"
          min={1}
          max={5000}
          allowDecimal={false}
          w={180}
          value={first}
          onChange={(next) => set({ first: next })}
        />
        <NumberInput
          label="Working days"
          min={1}
          max={1000}
          allowDecimal={false}
          w={140}
          value={days}
          onChange={(next) => set({ days: next })}
        />
        {end === null ? null : <Text pb={7}>{`ends on working day ${end}`}</Text>}
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        More or fewer working days move what begins after it by as much.
      </Text>
    </div>
  );
}

const TEXTS = [
  ["outcome", "Outcome", "What is true when it is reached"],
  ["why", "Why it matters", "One sentence"],
  ["done", "Done when", "One line each; a list can be pasted"],
  ["handed", "Handed over", "One line each"],
  ["clientPart", "The client's part", "The client reads this"],
] as const;

function Texts({ values, set }: FieldsProps) {
  return TEXTS.map(([field, label, description]) => (
    <Textarea
      key={field}
      label={label}
      description={description}
      autosize
      minRows={1}
      maxRows={14}
      value={values[field]}
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
    />
  ));
}
