import { NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { act, milestoneAct } from "../lib/card-acts.ts";
import { type FieldProps, owned } from "./field-props.ts";

const CLOSED = ["accepted", "dropped"];

/** The milestone it serves; closed ones are not offered. */
export function MilestoneField(props: FieldProps) {
  const { board, card } = props;
  const client = useQueryClient();
  const offered = board.milestones.filter(
    ({ id, state }) => !CLOSED.includes(state) || id === card.milestoneId,
  );
  return (
    <NativeSelect
      label="Milestone"
      data={[
        { value: "", label: "No milestone" },
        ...offered.map(({ id, number, title }) => ({ value: id, label: `M${number} ${title}` })),
      ]}
      value={card.milestoneId ?? ""}
      onChange={(event) => void act(client, milestoneAct(owned(props), event.currentTarget.value || null))}
      data-autofocus
    />
  );
}
