import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Project } from "../lib/current-project.ts";
import { membersQuery } from "../lib/directory.ts";
import { useFormDraft } from "../lib/form-draft.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useMe } from "../lib/session.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { askableQuery, askForInput, type Question } from "./input.api.ts";

const NOTHING: Question = { personIds: [], deadlineOn: "", words: "", gapsReason: "" };

interface AskFormProps {
  project: Project;
  ready: boolean;
}

/** Who is asked, until when, with which words, and why it is sent although something is missing. */
export function AskForm({ project, ready }: AskFormProps) {
  const client = useQueryClient();
  const { values, set, clear } = useFormDraft(`input.${project.id}`, NOTHING);
  const { submit, busy, problem, field } = useSubmit(async () => {
    await askForInput(client, project.id, values);
    clear();
  });
  const complete =
    values.personIds.length > 0 && values.deadlineOn !== "" && (ready || values.gapsReason.trim() !== "");
  const sendKeys = useMemo(
    () => [{ keys: "mod+enter", label: "Ask for input", inFields: true, run: () => void submit() }],
    [submit],
  );
  useKeys("Input", sendKeys, { when: complete });
  return (
    <Form onSend={submit}>
      <Stack gap="sm">
        <People project={project} chosen={values.personIds} onChange={(personIds) => set({ personIds })} />
        <TextInput
          type="date"
          label="Answer by"
          maw={220}
          value={values.deadlineOn}
          error={field("deadlineOn")}
          onChange={({ currentTarget }) => set({ deadlineOn: currentTarget.value })}
        />
        <Textarea
          label="What you would like to know"
          description="Stands in the mail and above the plan."
          autosize
          minRows={2}
          maxLength={5_000}
          value={values.words}
          onChange={({ currentTarget }) => set({ words: currentTarget.value })}
        />
        {ready ? null : (
          <TextInput
            label="Why it is sent although something is missing"
            description="Kept with the round."
            maxLength={1_000}
            value={values.gapsReason}
            onChange={({ currentTarget }) => set({ gapsReason: currentTarget.value })}
          />
        )}
        <Refusal problem={problem} />
        <Group>
          <Button type="submit" loading={busy} disabled={!complete} title="Ctrl+Enter">
            Ask for input
          </Button>
          <Text size="sm" c="dimmed">
            For two minutes you can undo it; then the mails leave.
          </Text>
        </Group>
      </Stack>
    </Form>
  );
}

interface PeopleProps {
  project: Project;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

function People({ project, chosen, onChange }: PeopleProps) {
  const { person } = useMe();
  const { data: preview } = useQuery(askableQuery(project.id));
  const { data: members = [] } = useQuery(membersQuery);
  const ofClient = preview?.recipients ?? [];
  const colleagues = members
    .filter(({ personId, role }) => personId !== person.id && role !== "guest")
    .map(({ personId, name }) => ({ id: personId, name }));
  return (
    <Checkbox.Group label="Who" value={[...chosen]} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {preview && ofClient.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nobody of the client has a part in this project yet.
          </Text>
        ) : null}
        {ofClient.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={`${name}, of the client`} />
        ))}
        {colleagues.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={`${name}, colleague: what they write stays with the team`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
