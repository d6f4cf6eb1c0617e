import { Checkbox, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { act, toggleAct } from "../lib/card-acts.ts";
import { type FieldProps, owned } from "./field-props.ts";

const MANY = 8;

/** Who works on it: a tick each. */
export function PeopleField(props: FieldProps) {
  const { board, card } = props;
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const people = board.people.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
  return (
    <Stack gap="xs">
      {board.people.length > MANY ? (
        <TextInput
          aria-label="Find a person"
          placeholder="Find a person"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
      ) : null}
      {people.map(({ id, name }, at) => (
        <Checkbox
          key={id}
          label={name}
          checked={card.people.includes(id)}
          {...(at === 0 && board.people.length <= MANY ? { "data-autofocus": true } : {})}
          onChange={() => void act(client, toggleAct(owned(props), "people", id))}
        />
      ))}
    </Stack>
  );
}
