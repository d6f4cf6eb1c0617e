import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { boardQuery } from "../lib/board-query.ts";
import { act, toggleAct } from "../lib/card-acts.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type FieldProps, owned } from "./field-props.ts";

const COLORS = [
  "blue",
  "green",
  "red",
  "yellow",
  "violet",
  "orange",
  "teal",
  "pink",
  "gray",
  "indigo",
  "cyan",
  "lime",
  "grape",
] as const;

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
  const [color, setColor] = useState<(typeof COLORS)[number]>(
    COLORS[props.board.labels.length % COLORS.length] ?? "blue",
  );
  const { submit, busy, problem } = useSubmit(async () => {
    if (!name.trim()) return;
    const label = await answer(
      api.POST("/api/v1/projects/{projectId}/labels", {
        params: { path: { projectId } },
        body: { name, color },
      }),
    );
    await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
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
          data={[...COLORS]}
          value={color}
          onChange={(event) => setColor(COLORS.find((each) => each === event.currentTarget.value) ?? "blue")}
        />
        <Button type="submit" variant="default" loading={busy}>
          Add
        </Button>
      </Group>
      <Refusal problem={problem} />
    </Form>
  );
}
