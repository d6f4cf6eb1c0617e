import { Paper, Stack, TextInput } from "@mantine/core";
import type { Board } from "../lib/board-query.ts";
import type { TemplateFields } from "../lib/card-templates.ts";
import { useFormDraft } from "../lib/form-draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { ContentFields } from "../ui/content-fields.tsx";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";

const LABELS: Record<keyof TemplateFields, string> = { name: "Name", content: "What a card begins with" };

interface TemplateFormProps {
  /** What the form is called. */
  label: string;
  board: Board;
  there: TemplateFields;
  /** The name under which what was typed is kept. */
  draft: string;
  onSave: (wanted: TemplateFields) => Promise<void>;
  onClose: () => void;
}

/** The name of a template and what its cards begin with. */
export function TemplateForm({ label, board, there, draft, onSave, onClose }: TemplateFormProps) {
  const { values, set, theirs, clear } = useFormDraft(draft, there);
  const { name, content } = values;
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onSave({ name, content });
    leave();
  });
  return (
    <Paper component="section" withBorder p="md" aria-label={label}>
      <Form onSend={submit} onCancel={onClose}>
        <Stack gap="md">
          <TextInput
            label="Name of the template"
            required
            autoFocus
            maxLength={120}
            value={name}
            error={field("name")}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <ContentFields
            board={board}
            content={content}
            onChange={(wanted) => set({ content: wanted })}
            error={field}
          />
          <Theirs
            theirs={theirs}
            labels={LABELS}
            say={(key, value) => (key === "content" ? "another text" : `“${String(value)}”`)}
          />
          <Refusal problem={problem} />
          <SaveRow busy={busy} ready={name.trim() !== "" && content.title.trim() !== ""} onCancel={leave} />
        </Stack>
      </Form>
    </Paper>
  );
}
