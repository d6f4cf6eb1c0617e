import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "../lib/counted.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { ChoicesEditor, type EditedChoice } from "./choices-editor.tsx";
import { type CountedField, changeField, KIND_WORDS, removeField, shiftField } from "./field-acts.ts";
import classes from "./fields.module.css";

interface FieldRowProps {
  projectId: string;
  fields: readonly CountedField[];
  field: CountedField;
}

/** A field of the project: what it is called, what kind it is, and its place among the others. */
export function FieldRow({ projectId, fields, field }: FieldRowProps) {
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const at = fields.indexOf(field);
  const shift = (by: -1 | 1) => {
    shiftField(client, projectId, fields, field, by).catch((error) => sayProblem(error));
  };
  if (editing) return <EditField projectId={projectId} field={field} onClose={() => setEditing(false)} />;
  const kind = KIND_WORDS[field.kind];
  const choices = field.kind === "choice" ? `: ${field.choices.join(", ") || "no choices yet"}` : "";
  return (
    <li className={classes.row}>
      <div className={classes.about}>
        <strong>{field.name}</strong>
        <Text size="sm" c="dimmed">
          {kind}
          {choices} · {field.values === 0 ? "not filled in yet" : `on ${counted(field.values, "card")}`}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Move ${field.name} up`}
        disabled={at === 0}
        onClick={() => shift(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Move ${field.name} down`}
        disabled={at === fields.length - 1}
        onClick={() => shift(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Edit ${field.name}`}
        onClick={() => setEditing(true)}
      >
        Edit
      </Button>
    </li>
  );
}

interface EditFieldProps {
  projectId: string;
  field: CountedField;
  onClose: () => void;
}

function EditField({ projectId, field: current, onClose }: EditFieldProps) {
  const client = useQueryClient();
  // What is saved is said over what was seen when the editing began.
  const [field] = useState(current);
  const [name, setName] = useState(field.name);
  const [choices, setChoices] = useState<EditedChoice[]>(() =>
    field.choices.map((word) => ({ key: word, name: word, was: word })),
  );
  const {
    submit,
    busy,
    problem,
    field: wrong,
  } = useSubmit(async () => {
    const named = choices.map(({ key: _key, ...choice }) => ({ ...choice, name: choice.name.trim() }));
    const kept = named.filter((choice) => choice.name !== "");
    await changeField(client, projectId, field, { name: name.trim(), choices: kept });
    onClose();
  });
  return (
    <li className={classes.edit}>
      <Form onSend={submit}>
        <Stack gap="sm">
          <TextInput
            label="Name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={wrong("name")}
            maxLength={80}
            required
            autoFocus
          />
          {field.kind === "choice" ? <ChoicesEditor choices={choices} onChange={setChoices} /> : null}
          <Refusal problem={wrong("name") ? null : problem} />
          <Group gap="xs">
            <Button type="submit" size="compact-md" loading={busy} disabled={name.trim() === ""}>
              Save
            </Button>
            <Button size="compact-md" variant="default" onClick={onClose}>
              Cancel
            </Button>
            <DeleteField projectId={projectId} field={field} />
          </Group>
        </Stack>
      </Form>
    </li>
  );
}

/** Asks where cards would lose something; it can be taken back all the same. */
function DeleteField({ projectId, field }: Omit<EditFieldProps, "onClose">) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = () => {
    removeField(client, projectId, field).catch((error) => sayProblem(error));
  };
  if (!asking)
    return (
      <Button
        size="compact-md"
        variant="subtle"
        color="gray"
        onClick={field.values > 0 ? () => setAsking(true) : remove}
      >
        Delete
      </Button>
    );
  return (
    <Group gap="xs" role="alert" className={classes.asking}>
      <span>
        {counted(field.values, "card")} {field.values === 1 ? "holds" : "hold"} a value in it. Delete it with{" "}
        {field.values === 1 ? "that" : "those"}? It waits in the trash for 30 days.
      </span>
      <Button size="compact-md" color="red" onClick={remove}>
        Delete field
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setAsking(false)}>
        Keep it
      </Button>
    </Group>
  );
}
