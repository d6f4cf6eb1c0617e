import { MultiSelect, Paper, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { todayIn } from "../lib/dates.ts";
import { useFormDraft } from "../lib/form-draft.ts";
import { CADENCES } from "../lib/rhythm-words.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { RhythmFields } from "../ui/rhythm-fields.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import {
  type CheckInFields,
  checkInQuery,
  fieldsOf,
  type ProjectCheckIn,
  setUpCheckIn,
} from "./check-ins.api.ts";

const LABELS: Record<keyof CheckInFields, string> = {
  question: "Question",
  cadence: "How often",
  everyDays: "Days in between",
  startsOn: "First day",
  at: "At",
  personIds: "Whom to ask",
  paused: "Paused",
};

interface CheckInFormProps {
  projectId: string;
  there: ProjectCheckIn;
  onClose: () => void;
}

export const formDraft = (projectId: string) => `check-in.${projectId}`;

/** What is asked, whom and when. Before there is one, everybody of the team on every working day. */
export function CheckInForm({ projectId, there: { checkIn, team }, onClose }: CheckInFormProps) {
  const client = useQueryClient();
  const there = useMemo<CheckInFields>(
    () =>
      checkIn
        ? fieldsOf(checkIn)
        : {
            question: "",
            cadence: "workdays",
            everyDays: null,
            startsOn: todayIn(),
            at: "09:00",
            personIds: team.map(({ id }) => id),
            paused: false,
          },
    [checkIn, team],
  );
  const { values, set, theirs, clear } = useFormDraft(formDraft(projectId), there);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    try {
      const word = checkIn ? "Check-in changed" : "The first question comes at its time";
      await setUpCheckIn(client, projectId, checkIn, values, word);
    } catch (error) {
      // What stands there now is read again, so that both are on the page.
      await client.invalidateQueries({ queryKey: checkInQuery(projectId).queryKey });
      throw error;
    }
    leave();
  });
  return (
    <Paper component="section" withBorder p="md" mb="md" aria-label="What is asked">
      <Form onSend={submit} onCancel={onClose}>
        <Stack gap="md">
          <TextInput
            label="Question"
            required
            autoFocus
            maxLength={240}
            placeholder="Anything in the way of M3?"
            value={values.question}
            error={field("question")}
            onChange={({ currentTarget }) => set({ question: currentTarget.value })}
          />
          <MultiSelect
            label="Whom to ask"
            description="Everybody can set a time of their own, or pause"
            searchable
            data={team.map(({ id, name }) => ({ value: id, label: name }))}
            value={values.personIds}
            error={field("personIds")}
            onChange={(personIds) => set({ personIds })}
          />
          <RhythmFields values={values} clock="local time of each" onChange={set} error={field} />
          <Theirs
            theirs={theirs}
            labels={LABELS}
            say={(key, value) => (key === "personIds" ? "other people" : wordOf(value))}
          />
          <Refusal problem={problem} />
          <SaveRow busy={busy} ready={values.question.trim() !== ""} onCancel={leave} />
        </Stack>
      </Form>
    </Paper>
  );
}

function wordOf(value: unknown): string {
  const known = CADENCES.find((each) => each.value === value)?.label;
  if (known) return known;
  return value === true ? "yes" : value === false ? "no" : value === null ? "empty" : String(value);
}
