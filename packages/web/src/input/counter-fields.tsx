import { Stack, Textarea, TextInput } from "@mantine/core";
import type { Patch } from "./input.api.ts";

interface CounterFieldsProps {
  patch: Patch;
  onChange: (patch: Patch) => void;
}

/** The same fields as in the proposal, with what would be fine instead. */
export function CounterFields({ patch, onChange }: CounterFieldsProps) {
  const { targetOn, title, outcome, criteria } = patch;
  return (
    <Stack gap="sm">
      {targetOn === undefined ? null : (
        <TextInput
          type="date"
          label="Date instead"
          maw={220}
          value={targetOn}
          onChange={({ currentTarget: { value } }) => {
            if (value !== "") onChange({ ...patch, targetOn: value });
          }}
        />
      )}
      {title === undefined ? null : (
        <TextInput
          label="Title instead"
          maxLength={240}
          value={title}
          onChange={({ currentTarget }) => onChange({ ...patch, title: currentTarget.value })}
        />
      )}
      {outcome === undefined ? null : (
        <Textarea
          label="Outcome instead"
          autosize
          value={outcome}
          onChange={({ currentTarget }) => onChange({ ...patch, outcome: currentTarget.value })}
        />
      )}
      {criteria === undefined ? null : (
        <Textarea
          label="Done when instead, one line each"
          autosize
          minRows={3}
          defaultValue={criteria.join("\n")}
          onChange={({ currentTarget }) => onChange({ ...patch, criteria: linesOf(currentTarget.value) })}
        />
      )}
    </Stack>
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
