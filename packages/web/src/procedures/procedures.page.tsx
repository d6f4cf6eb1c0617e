import { Button, Group, List, Paper, Stack, Textarea, TextInput, Title } from "@mantine/core";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useId, useMemo } from "react";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import { linesOf } from "../lib/lines.ts";
import { useCan } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Page } from "../ui/page.tsx";
import { placed } from "../ui/pasted-lines.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { Theirs } from "../ui/theirs.tsx";
import {
  changeProcedure,
  createProcedure,
  type Procedure,
  type ProcedureWords,
  proceduresQuery,
  removeProcedure,
} from "./procedure-acts.ts";

const NEW = "procedure.new";
const NOTHING: ProcedureWords = { name: "", steps: [] };

/** Checklists that are used again and again; a card gets a copy of the steps. */
export function ProceduresPage() {
  useTitle("Procedures");
  const client = useQueryClient();
  const procedures = useSuspenseQuery(proceduresQuery).data;
  const mayEdit = useCan("procedure.edit");
  const adding = useInPlace(hasFormDraft(NEW));
  const add = (
    <Button onClick={adding.open} disabled={adding.isOpen} autoFocus={adding.hasReturned}>
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
        {adding.isOpen ? (
          <ProcedureForm
            procedure={NOTHING}
            draft={NEW}
            onSave={(words) => createProcedure(client, words)}
            onClose={adding.close}
          />
        ) : null}
        {procedures.map((procedure) => (
          <ProcedureItem key={procedure.id} procedure={procedure} mayEdit={mayEdit} />
        ))}
        {procedures.length === 0 && !adding.isOpen ? (
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
  const draft = `procedure.${procedure.id}`;
  const editing = useInPlace(hasFormDraft(draft));
  const id = useId();
  const { name, steps } = procedure;
  if (editing.isOpen)
    return (
      <ProcedureForm
        procedure={procedure}
        draft={draft}
        onSave={(_words, changes) => changeProcedure(client, procedure, changes)}
        onClose={editing.close}
      />
    );
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id} style={{ overflowWrap: "anywhere" }}>
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
              autoFocus={editing.hasReturned}
              onClick={editing.open}
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
        {placed(steps.map((step) => ({ step }))).map(({ place, step }) => (
          <List.Item key={place}>{step}</List.Item>
        ))}
      </List>
    </Paper>
  );
}

interface ProcedureFormProps {
  procedure: ProcedureWords;
  /** The name under which what was typed is kept. */
  draft: string;
  /** All words, and those that were changed. */
  onSave: (words: ProcedureWords, changes: Partial<ProcedureWords>) => Promise<void>;
  onClose: () => void;
}

function ProcedureForm({ procedure, draft, onSave, onClose }: ProcedureFormProps) {
  const { name, steps } = procedure;
  const there = useMemo(() => ({ name, text: steps.join("\n") }), [name, steps]);
  const { values, set, changes, theirs, clear } = useFormDraft(draft, there);
  const written = linesOf(values.text);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    const changed = {
      ...(changes.name === undefined ? {} : { name: values.name.trim() }),
      ...(changes.text === undefined ? {} : { steps: written }),
    };
    await onSave({ name: values.name.trim(), steps: written }, changed);
    leave();
  });
  return (
    <Paper component="section" withBorder p="md" aria-label={name || "New procedure"}>
      <Form onSend={submit} onCancel={onClose}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            required
            autoFocus
            maxLength={200}
            value={values.name}
            error={field("name")}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <Textarea
            label="Steps"
            description="One line each, in their order; a list can be pasted"
            required
            autosize
            minRows={4}
            value={values.text}
            error={field("steps")}
            onChange={({ currentTarget }) => set({ text: currentTarget.value })}
          />
          <Theirs theirs={theirs} labels={{ name: "Name", text: "Steps" }} />
          <Refusal problem={problem} />
          <SaveRow busy={busy} ready={values.name.trim() !== "" && written.length > 0} onCancel={leave} />
        </Stack>
      </Form>
    </Paper>
  );
}
