import { Button, Group, List, Paper, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useCan } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Form } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import {
  changeProcedure,
  createProcedure,
  type Procedure,
  type ProcedureWords,
  proceduresQuery,
  removeProcedure,
  stepsOf,
} from "./procedure-acts.ts";

/** Checklists that are used again and again; a card gets a copy of the steps. */
export function ProceduresPage() {
  useTitle("Procedures");
  const client = useQueryClient();
  const procedures = useSuspenseQuery(proceduresQuery).data;
  const mayEdit = useCan("procedure.edit");
  const [adding, setAdding] = useState(false);
  const add = (
    <Button onClick={() => setAdding(true)} disabled={adding}>
      Write down a procedure
    </Button>
  );
  return (
    <Page
      narrow
      title="Procedures"
      lead="Affects: cards that use one from now on. Checklists already copied stay as they are."
      actions={mayEdit && procedures.length > 0 ? add : null}
    >
      <Stack gap="md">
        {adding ? (
          <ProcedureForm
            initial={{ name: "", steps: [] }}
            onSave={(words) => createProcedure(client, words)}
            onClose={() => setAdding(false)}
          />
        ) : null}
        {procedures.map((procedure) => (
          <ProcedureItem key={procedure.id} procedure={procedure} mayEdit={mayEdit} />
        ))}
        {procedures.length === 0 && !adding ? (
          <EmptyState title="How do you do it every time?" action={mayEdit ? add : null}>
            “Publish an article”: check the links, read it aloud, set the date, tell the client. Written down
            once, any card takes the steps as its checklist.
          </EmptyState>
        ) : null}
      </Stack>
    </Page>
  );
}

function ProcedureItem({ procedure, mayEdit }: { procedure: Procedure; mayEdit: boolean }) {
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const id = useId();
  const { name, steps } = procedure;
  if (editing)
    return (
      <ProcedureForm
        initial={procedure}
        onSave={(words) => changeProcedure(client, procedure, words)}
        onClose={() => setEditing(false)}
      />
    );
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" id={id}>
          {name}
        </Title>
        {mayEdit ? (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Edit ${name}`}
              onClick={() => setEditing(true)}
            >
              Edit
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Remove ${name}`}
              onClick={() => removeProcedure(client, procedure).catch(sayProblem)}
            >
              Remove
            </Button>
          </Group>
        ) : null}
      </Group>
      <List type="ordered" size="sm" mt={4}>
        {numbered(steps).map(({ place, step }) => (
          <List.Item key={place}>{step}</List.Item>
        ))}
      </List>
    </Paper>
  );
}

/** The same step may stand twice; its place tells them apart. */
function numbered(steps: readonly string[]): { place: number; step: string }[] {
  return steps.map((step, place) => ({ place, step }));
}

interface ProcedureFormProps {
  initial: ProcedureWords;
  onSave: (words: ProcedureWords) => Promise<void>;
  onClose: () => void;
}

function ProcedureForm({ initial, onSave, onClose }: ProcedureFormProps) {
  const [name, setName] = useState(initial.name);
  const [text, setText] = useState(initial.steps.join("\n"));
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onSave({ name: name.trim(), steps: stepsOf(text) });
    onClose();
  });
  return (
    <Paper component="section" withBorder p="md" aria-label={initial.name || "New procedure"}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            required
            autoFocus
            maxLength={200}
            value={name}
            error={field("name")}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Textarea
            label="Steps"
            description="One line each; a list can be pasted"
            autosize
            minRows={4}
            value={text}
            error={field("steps")}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Refusal problem={problem} />
          <Group gap="xs">
            <Button type="submit" loading={busy} disabled={name.trim() === ""}>
              Save
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </Form>
    </Paper>
  );
}
