import { Paper, Select, Stack, TextInput } from "@mantine/core";
import type { Board } from "../lib/board-query.ts";
import { useFormDraft } from "../lib/form-draft.ts";
import { CADENCES } from "../lib/rhythm-words.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { ContentFields } from "../ui/content-fields.tsx";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { RhythmFields } from "../ui/rhythm-fields.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { Coming } from "./coming.tsx";
import type { RecurringFields } from "./routines.api.ts";

const LABELS: Record<keyof RecurringFields, string> = {
  content: "What the card holds",
  columnId: "Column",
  cadence: "How often",
  everyDays: "Days in between",
  startsOn: "First day",
  at: "At",
  endsOn: "Last day",
  paused: "Paused",
};

interface RecurringFormProps {
  name: string;
  board: Board;
  zone: string;
  there: RecurringFields;
  /** The name under which what was typed is kept. */
  draft: string;
  onSave: (wanted: RecurringFields) => Promise<void>;
  onClose: () => void;
}

/** What comes back, where and when, with the next three days of what is being set. */
export function RecurringForm({ name, board, zone, there, draft, onSave, onClose }: RecurringFormProps) {
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
    <Paper component="section" withBorder p="md" aria-label={name}>
      <Form onSend={submit} onCancel={onClose}>
        <Stack gap="md">
          <ContentFields
            board={board}
            content={values.content}
            onChange={(content) => set({ content })}
            error={field}
            autoFocus
          >
            <Select
              label="Column"
              miw={200}
              clearable
              placeholder="First of what is to do"
              data={board.columns.map(({ id, name: label }) => ({ value: id, label }))}
              value={values.columnId}
              onChange={(columnId) => set({ columnId })}
            />
          </ContentFields>
          <RhythmFields values={values} clock={zone} onChange={set} error={field}>
            <TextInput
              type="date"
              label="Last day, if any"
              w={170}
              value={values.endsOn ?? ""}
              error={field("endsOn")}
              onChange={({ currentTarget }) => set({ endsOn: currentTarget.value || null })}
            />
          </RhythmFields>
          <Coming projectId={board.project.id} rhythm={values} />
          <Theirs
            theirs={theirs}
            labels={LABELS}
            say={(key, value) => (key === "content" ? "another text" : wordOf(board, value))}
          />
          <Refusal problem={problem} />
          <SaveRow busy={busy} ready={values.content.title.trim() !== ""} onCancel={leave} />
        </Stack>
      </Form>
    </Paper>
  );
}

function wordOf({ columns }: Board, value: unknown): string {
  const known =
    columns.find(({ id }) => id === value)?.name ?? CADENCES.find((each) => each.value === value)?.label;
  if (known) return known;
  return value === true ? "yes" : value === false ? "no" : value === null ? "empty" : String(value);
}
