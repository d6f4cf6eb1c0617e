import { Button, Group, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { todayIn } from "../lib/dates.ts";
import { minutesOf, workedText } from "../lib/minutes.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import type { Work } from "./time-acts.ts";

interface EntryFormProps {
  work?: Work;
  /** The day that is meant without a word; otherwise today. */
  onDate?: string;
  action: string;
  /** Throws what the server refuses; what was typed stays. */
  onSave: (work: Work) => Promise<unknown>;
  onCancel?: () => void;
  /** What somebody else has put there meanwhile. */
  children?: ReactNode;
}

/** Minutes as people say them, the day, and a few words. */
export function EntryForm({ work, onDate: day, action, onSave, onCancel, children }: EntryFormProps) {
  const [typed, setTyped] = useState(work ? workedText(work.minutes) : "");
  const [onDate, setOnDate] = useState(work?.onDate ?? day ?? todayIn());
  const [note, setNote] = useState(work?.note ?? "");
  const [unread, setUnread] = useState<string | null>(null);
  const { submit, busy, problem, field } = useSubmit(async (minutes: number) => {
    await onSave({ onDate, minutes, note: note.trim() });
    if (work) return;
    setTyped("");
    setNote("");
  });
  const send = () => {
    const minutes = minutesOf(typed);
    setUnread(minutes === null ? "Write 1h 30, 90m, 1.5h or 0:45." : null);
    if (minutes !== null) void submit(minutes);
  };
  return (
    <Form onSend={send} onCancel={onCancel}>
      <Group gap="xs" align="flex-start">
        <TextInput
          label="Time"
          placeholder="1h 30"
          w={110}
          value={typed}
          error={unread ?? field("minutes")}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-autofocus
        />
        <TextInput
          type="date"
          label="Day"
          required
          withAsterisk={false}
          w={160}
          value={onDate}
          error={field("onDate")}
          onChange={({ currentTarget }) => setOnDate(currentTarget.value)}
        />
        <TextInput
          label="What (optional)"
          maxLength={240}
          style={{ flex: "1 1 160px" }}
          value={note}
          error={field("note")}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </Group>
      {children}
      <Refusal problem={problem} />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" loading={busy}>
          {action}
        </Button>
        {onCancel ? (
          <Button size="compact-sm" variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </Group>
    </Form>
  );
}
