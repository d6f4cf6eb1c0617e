import { Button, Fieldset, Group, TextInput } from "@mantine/core";
import { type FilledChoice, noChoice } from "./request-draft.ts";

const MOST = 12;

interface ChoiceFieldsProps {
  choices: readonly FilledChoice[];
  onChange: (choices: FilledChoice[]) => void;
}

/** The answers to choose from, each with what it does to dates and price. */
export function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const change = (index: number, next: Partial<FilledChoice>) =>
    onChange(choices.map((choice, n) => (n === index ? { ...choice, ...next } : choice)));
  return (
    <Fieldset legend="Answers">
      {choices.map((choice, index) => (
        <Group key={choice.key} gap="xs" align="flex-end" wrap="wrap">
          <TextInput
            label={`Answer ${index + 1}`}
            style={{ flex: "1 1 200px" }}
            maxLength={240}
            value={choice.text}
            onChange={({ currentTarget }) => change(index, { text: currentTarget.value })}
          />
          <TextInput
            label="Working days"
            w={110}
            inputMode="numeric"
            value={choice.days}
            onChange={({ currentTarget }) => change(index, { days: currentTarget.value })}
          />
          <TextInput
            label="Price"
            w={110}
            inputMode="decimal"
            value={choice.price}
            onChange={({ currentTarget }) => change(index, { price: currentTarget.value })}
          />
        </Group>
      ))}
      {choices.length < MOST ? (
        <Button
          size="compact-sm"
          variant="default"
          mt="xs"
          onClick={() => onChange([...choices, noChoice(choices.length + 1)])}
        >
          Another answer
        </Button>
      ) : null}
    </Fieldset>
  );
}
