import { NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { act, priorityAct } from "../lib/card-acts.ts";
import { type FieldProps, owned } from "./field-props.ts";

const PRIORITIES = ["None", "Low", "Medium", "High"].map((label, value) => ({ label, value: String(value) }));

export function PriorityField(props: FieldProps) {
  const client = useQueryClient();
  return (
    <NativeSelect
      label="Priority"
      data={PRIORITIES}
      value={String(props.card.priority)}
      onChange={(event) => void act(client, priorityAct(owned(props), Number(event.currentTarget.value)))}
    />
  );
}
