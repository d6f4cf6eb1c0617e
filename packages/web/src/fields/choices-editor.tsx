import { ActionIcon, Button, Group, Stack, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import type { Choice } from "./field-acts.ts";

export interface EditedChoice extends Choice {
  key: string;
}

let made = 0;
function freshKey(): string {
  made += 1;
  return `new-${made}`;
}

interface ChoicesEditorProps {
  choices: readonly EditedChoice[];
  onChange: (choices: EditedChoice[]) => void;
}

/** What can be chosen, in its order. A renamed word is renamed on the cards; one that is taken out stays on those that have it. */
export function ChoicesEditor({ choices, onChange }: ChoicesEditorProps) {
  const put = (at: number, name: string) =>
    onChange(choices.map((choice, n) => (n === at ? { ...choice, name } : choice)));
  const shift = (at: number, by: -1 | 1) => {
    const [moved] = choices.slice(at, at + 1);
    if (moved) onChange([...choices].toSpliced(at, 1).toSpliced(at + by, 0, moved));
  };
  return (
    <Stack gap={4} role="group" aria-label="Choices">
      {choices.map((choice, at) => (
        <Group key={choice.key} gap={4} wrap="nowrap">
          <TextInput
            aria-label={`Choice ${at + 1}`}
            value={choice.name}
            onChange={(event) => put(at, event.currentTarget.value)}
            maxLength={80}
            style={{ flex: 1 }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${choice.name} up`}
            disabled={at === 0}
            onClick={() => shift(at, -1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${choice.name} down`}
            disabled={at === choices.length - 1}
            onClick={() => shift(at, 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Take ${choice.name} out`}
            onClick={() => onChange([...choices].toSpliced(at, 1))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange([...choices, { key: freshKey(), name: "" }])}
        >
          Add a choice
        </Button>
      </Group>
    </Stack>
  );
}
