import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { FieldKind } from "../lib/field-values.ts";
import { linesOf } from "../lib/lines.ts";
import { inWords } from "../lib/problem.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { addField, fieldsQuery, KIND_WORDS } from "./field-acts.ts";
import { FieldRow } from "./field-row.tsx";
import classes from "./fields.module.css";

/** The project's own fields: added, renamed, put in order, taken away. */
export function FieldsEditor({ projectId }: { projectId: string }) {
  const { data, error, refetch } = useQuery(fieldsQuery(projectId));
  return (
    <Stack gap="md">
      {error ? (
        <ProblemNotice title="The fields could not be read" onRetry={() => void refetch()}>
          {inWords(error).message}
        </ProblemNotice>
      ) : null}
      {!data && !error ? <Waiting rows={2} /> : null}
      {data?.length === 0 ? (
        <p>
          Cards have no fields of their own yet. Add what this project needs to know of each card, such as a
          budget code, a shooting day or a size.
        </p>
      ) : null}
      <ul className={classes.list}>
        {data?.map((field) => (
          <FieldRow key={field.id} projectId={projectId} fields={data} field={field} />
        ))}
      </ul>
      <NewField projectId={projectId} />
    </Stack>
  );
}

const KINDS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));

function NewField({ projectId }: { projectId: string }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<FieldKind>("text");
  const [words, setWords] = useState("");
  const nameField = useRef<HTMLInputElement>(null);
  const {
    submit,
    busy,
    problem,
    field: wrong,
  } = useSubmit(async () => {
    const choices = kind === "choice" ? [...new Set(linesOf(words))] : [];
    await addField(client, projectId, { name: name.trim(), kind, choices });
    setName("");
    setWords("");
    // The pressed button has nothing to send any more, and the keys would go to the page below.
    nameField.current?.focus();
  });
  return (
    <Form onSend={submit}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            ref={nameField}
            label="New field"
            placeholder="Budget code"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={wrong("name")}
            maxLength={80}
            style={{ flex: 1 }}
          />
          <NativeSelect
            label="Kind"
            data={KINDS}
            value={kind}
            onChange={(event) => setKind(kindOf(event.currentTarget.value))}
          />
        </Group>
        {kind === "choice" ? (
          <Textarea
            label="What can be chosen"
            description="One a line, in the order in which it is offered"
            autosize
            minRows={2}
            maxRows={8}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            error={wrong("choices")}
          />
        ) : null}
        <Refusal problem={wrong("name") || wrong("choices") ? null : problem} />
        <Group>
          <Button type="submit" variant="default" loading={busy} disabled={name.trim() === ""}>
            Add field
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function kindOf(value: string): FieldKind {
  return (
    KINDS.find((kind): kind is { value: FieldKind; label: string } => kind.value === value)?.value ?? "text"
  );
}
