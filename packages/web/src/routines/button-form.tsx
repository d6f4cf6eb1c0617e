import { NativeSelect, Paper, Stack, TextInput } from "@mantine/core";
import type { Board } from "../lib/board-query.ts";
import { useFormDraft } from "../lib/form-draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import type { ButtonFields, Step } from "./buttons.api.ts";
import { StepFields } from "./step-fields.tsx";
import { PLACES, stepsWords } from "./step-words.ts";

interface ButtonFormProps {
  board: Board;
  there: ButtonFields;
  draft: string;
  onSave: (wanted: ButtonFields) => Promise<void>;
  onClose: () => void;
}

/** Where a button stands, its name, and what it does. */
export function ButtonForm({ board, there, draft, onSave, onClose }: ButtonFormProps) {
  const { values, set, theirs, clear } = useFormDraft(draft, there);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onSave(values);
    leave();
  });
  return (
    <Paper component="section" withBorder p="md" aria-label={there.name || "New button"}>
      <Form onSend={submit} onCancel={onClose}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            maxLength={60}
            data-autofocus
            value={values.name}
            onChange={({ currentTarget: { value } }) => set({ name: value })}
            error={field("name")}
          />
          <NativeSelect
            label="Where"
            data={PLACES}
            value={values.place}
            onChange={({ currentTarget: { value } }) => set({ place: value === "board" ? "board" : "card" })}
          />
          <StepFields board={board} steps={values.steps} onChange={(steps) => set({ steps })} />
          <Theirs
            theirs={theirs}
            labels={{ place: "Where", name: "Name", steps: "Steps" }}
            say={(key, value) => sayTheirs(board, key, value)}
          />
          <Refusal problem={field("name") ? null : problem} />
          <SaveRow busy={busy} ready={values.name.trim() !== ""} onCancel={leave} />
        </Stack>
      </Form>
    </Paper>
  );
}

function sayTheirs(board: Board, key: keyof ButtonFields, value: unknown): string {
  if (key === "place") return PLACES.find((each) => each.value === value)?.label ?? "elsewhere";
  // As the form keeps it: the steps of a button.
  return key === "steps" ? stepsWords(value as Step[], board) : `“${String(value)}”`;
}
