import { Group, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useState } from "react";
import { act, datesAct } from "../lib/card-acts.ts";
import { type FieldProps, owned } from "./field-props.ts";

/** Start and due day; written when the field is left or Enter is pressed, not while the year is being typed. */
export function DatesField(props: FieldProps) {
  const { card, onDone } = props;
  const client = useQueryClient();
  const [startOn, setStart] = useState(card.startOn ?? "");
  const [dueOn, setDue] = useState(card.dueOn ?? "");
  useEffect(() => {
    setStart(card.startOn ?? "");
    setDue(card.dueOn ?? "");
  }, [card.startOn, card.dueOn]);
  const save = async () => {
    const next = { startOn: startOn || null, dueOn: dueOn || null };
    if (next.startOn === card.startOn && next.dueOn === card.dueOn) return;
    const done = await act(client, datesAct(owned(props), next));
    if (done) return;
    setStart(card.startOn ?? "");
    setDue(card.dueOn ?? "");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") void save().then(onDone);
  };
  return (
    <Group gap="sm" grow>
      <TextInput
        type="date"
        label="Start"
        value={startOn}
        onChange={(event) => setStart(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
      />
      <TextInput
        type="date"
        label="Due"
        value={dueOn}
        onChange={(event) => setDue(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={onKeyDown}
        data-autofocus
      />
    </Group>
  );
}
