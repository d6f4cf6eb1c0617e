import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { act, toggleAct } from "../lib/card-acts.ts";
import { createLabel, LABEL_COLORS, nextColor } from "../lib/labels.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type FieldProps, owned } from "./field-props.ts";

/** Its labels; a missing one is made on the way. */
export function LabelsField(props: FieldProps) {
  const { board, card } = props;
  const client = useQueryClient();
  return (
    <Stack gap="xs">
      {board.labels.map(({ id, name }, at) => (
        <Checkbox
          key={id}
          label={at < 9 ? `${name} (${at + 1})` : name}
          checked={card.labels.includes(id)}
          {...(at === 0 ? { "data-autofocus": true } : {})}
          onChange={() => void act(client, toggleAct(owned(props), "labels", id))}
        />
      ))}
      <NewLabel {...props} />
    </Stack>
  );
}

function NewLabel(props: FieldProps) {
  const client = useQueryClient();
  const projectId = props.board.project.id;
  const [name, setName] = useState("");
  const [color, setColor] = useState(() => nextColor(props.board.labels.length));
  const { submit, busy, problem } = useSubmit(async () => {
    if (!name.trim()) return;
    const label = await createLabel(client, projectId, { name, color });
    setName("");
    await act(client, toggleAct(owned(props), "labels", label.id));
  });
  return (
    <Form onSend={submit}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label="New label"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <NativeSelect
          label="Colour"
          data={[...LABEL_COLORS]}
          value={color}
          onChange={(event) =>
            setColor(LABEL_COLORS.find((each) => each === event.currentTarget.value) ?? "blue")
          }
        />
        <Button type="submit" variant="default" loading={busy}>
          Add
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Form>
  );
}
