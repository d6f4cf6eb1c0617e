import { Group, NumberInput, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useFormDraft } from "../lib/form-draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { type ObjectiveWords, readObjective } from "./objective-words.ts";

interface ObjectiveFormProps {
  /** As the template has it, or nothing for a new one. */
  there: ObjectiveWords;
  objectiveKey: string;
  /** The name under which what was typed is kept. */
  draft: string;
  onSave: (objective: Exclude<ReturnType<typeof readObjective>, string>) => Promise<void>;
  onClose: () => void;
}

interface FieldsProps {
  values: ObjectiveWords;
  set: (change: Partial<ObjectiveWords>) => void;
}

const LABELS: Record<keyof ObjectiveWords, string> = {
  statement: "Objective",
  measure: "Measured by",
  baseline: "From",
  target: "To",
  unit: "Unit",
  by: "By working day",
  clientReason: "Why it matters to the client",
  ourReason: "Why it matters to us",
};

/** One objective of a template: what is different at the end, how it is measured, and why. */
export function ObjectiveForm({ there, objectiveKey, draft, onSave, onClose }: ObjectiveFormProps) {
  const { values, set, theirs, clear } = useFormDraft(draft, there);
  const [unread, setUnread] = useState<string | null>(null);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem } = useSubmit(async () => {
    const read = readObjective(objectiveKey, values);
    setUnread(typeof read === "string" ? read : null);
    if (typeof read === "string") return;
    await onSave(read);
    leave();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="sm">
        <TextInput
          label={LABELS.statement}
          placeholder="More orders from the website"
          required
          autoFocus
          maxLength={500}
          value={values.statement}
          onChange={({ currentTarget }) => set({ statement: currentTarget.value })}
        />
        <Measure values={values} set={set} error={unread} />
        <NumberInput
          label={LABELS.by}
          placeholder="The last day of the plan"
          min={1}
          max={5001}
          clampBehavior="strict"
          allowDecimal={false}
          maw={240}
          value={values.by}
          onChange={(by) => set({ by })}
        />
        <Reasons values={values} set={set} />
        <Theirs theirs={theirs} labels={LABELS} />
        <Refusal problem={problem} />
        <SaveRow busy={busy} ready={values.statement.trim() !== ""} onCancel={leave} />
      </Stack>
    </Form>
  );
}

function Measure({ values, set, error }: FieldsProps & { error: string | null }) {
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={LABELS.measure}
          placeholder="Orders"
          style={{ flex: 2, minWidth: 160 }}
          maxLength={240}
          value={values.measure}
          onChange={({ currentTarget }) => set({ measure: currentTarget.value })}
        />
        {(["baseline", "target"] as const).map((part) => (
          <NumberInput
            key={part}
            label={LABELS[part]}
            style={{ flex: 1, minWidth: 90 }}
            value={values[part]}
            onChange={(next) => set({ [part]: next })}
          />
        ))}
        <TextInput
          label={LABELS.unit}
          placeholder="per week"
          style={{ flex: 1, minWidth: 110 }}
          maxLength={80}
          value={values.unit}
          onChange={({ currentTarget }) => set({ unit: currentTarget.value })}
        />
      </Group>
      {error ? (
        <Text size="sm" c="var(--mp-off-track)" role="alert" mt={4}>
          {error}
        </Text>
      ) : (
        <Text size="sm" c="dimmed" mt={4}>
          Numbers may stay open: each project says its own.
        </Text>
      )}
    </div>
  );
}

function Reasons({ values, set }: FieldsProps) {
  return (["clientReason", "ourReason"] as const).map((part) => (
    <Textarea
      key={part}
      label={LABELS[part]}
      description={part === "clientReason" ? "The client reads this" : "For the team alone"}
      autosize
      minRows={1}
      maxRows={14}
      maxLength={2000}
      value={values[part]}
      onChange={({ currentTarget }) => set({ [part]: currentTarget.value })}
    />
  ));
}
