import { MultiSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { Template } from "@milepost/planning";
import { useState } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { activitiesOf, type ChecklistWords, checklistFault } from "./checklist-words.ts";

interface ChecklistFormProps {
  plan: Template;
  /** As the template has it, or nothing for a new one. */
  there: ChecklistWords;
  checklistKey: string;
  /** The name under which what was typed is kept. */
  draft: string;
  /** All words, with `uses` only where they were changed. */
  onSave: (words: Omit<ChecklistWords, "uses"> & Partial<ChecklistWords>) => Promise<void>;
  onClose: () => void;
}

const LABELS: Record<keyof ChecklistWords, string> = { name: "Name", steps: "Steps", uses: "Used by" };

/** One checklist of a template: its steps, and the activities whose cards begin with it. */
export function ChecklistForm({ plan, there, checklistKey, draft, onSave, onClose }: ChecklistFormProps) {
  const { values, set, changes, theirs, clear } = useFormDraft(draft, there);
  const [fault, setFault] = useState<string | null>(null);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem } = useSubmit(async () => {
    const found = checklistFault(values);
    setFault(found);
    if (found !== null) return;
    const { name, steps } = values;
    await onSave({ name, steps, ...(changes.uses ? { uses: changes.uses } : {}) });
    leave();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="sm">
        <TextInput
          label={LABELS.name}
          placeholder="Publish a page"
          required
          autoFocus
          maxLength={240}
          value={values.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <Textarea
          label={LABELS.steps}
          description="One line each, in their order; a list can be pasted"
          required
          autosize
          minRows={3}
          maxRows={20}
          value={values.steps}
          error={fault}
          onChange={({ currentTarget }) => set({ steps: currentTarget.value })}
        />
        <Uses plan={plan} checklistKey={checklistKey} values={values} set={set} />
        <Theirs
          theirs={theirs}
          labels={LABELS}
          say={(field, value) => (field === "uses" ? titlesOf(plan, value) : `“${String(value)}”`)}
        />
        <Refusal problem={problem} />
        <SaveRow
          busy={busy}
          ready={values.name.trim() !== "" && values.steps.trim() !== ""}
          onCancel={leave}
        />
      </Stack>
    </Form>
  );
}

interface UsesProps {
  plan: Template;
  checklistKey: string;
  values: ChecklistWords;
  set: (change: Partial<ChecklistWords>) => void;
}

/** An activity has one checklist: choosing it here takes it from another. */
function Uses({ plan, checklistKey, values: { uses }, set }: UsesProps) {
  const all = activitiesOf(plan);
  if (all.length === 0)
    return (
      <Text size="sm" c="dimmed">
        There is no activity yet that could use it.
      </Text>
    );
  const other = (key: string | null) =>
    key === checklistKey ? undefined : plan.procedures.find((each) => each.key === key);
  const data = plan.milestones.map(({ key, title }, n) => ({
    group: `${n + 1}. ${title}`,
    items: all
      .filter(({ milestone }) => milestone === key)
      .map(({ id, title: activity, procedureKey }) => {
        const now = other(procedureKey);
        return { value: id, label: now ? `${activity} (instead of “${now.name}”)` : activity };
      }),
  }));
  return (
    <MultiSelect
      label={LABELS.uses}
      description="Activities whose cards begin with these steps"
      placeholder={uses.length === 0 ? "No activity yet" : ""}
      searchable
      clearable
      limit={200}
      data={data}
      value={[...uses]}
      onChange={(chosen) => set({ uses: all.map(({ id }) => id).filter((id) => chosen.includes(id)) })}
    />
  );
}

function titlesOf(plan: Template, value: unknown): string {
  // The one field of this form that is a list.
  const ids = value as readonly string[];
  const used = activitiesOf(plan).filter(({ id }) => ids.includes(id));
  return used.map(({ title }) => title).join("; ") || "none";
}
