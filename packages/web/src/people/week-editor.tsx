import { Button, Group, SimpleGrid, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { dayToText, hoursOf, textToDay, type Week } from "./week-text.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

interface WeekEditorProps {
  week: Week;
  disabled?: boolean;
  onSave: (week: [number, number][][]) => Promise<unknown>;
  /** The word on its button. */
  action?: string;
}

/** Seven lines such as "9-12:30, 13:30-18" or "4 h"; an empty line is a free day. */
export function WeekEditor({ week, disabled = false, onSave, action = "Save week" }: WeekEditorProps) {
  const [texts, setTexts] = useState(() => DAYS.map((_, place) => dayToText(week[place] ?? [])));
  const days = texts.map(textToDay);
  const whole = days.every((day) => day !== null);
  const { submit, busy, problem } = useSubmit(onSave);
  return (
    <>
      <Refusal problem={problem} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing="xs">
        {DAYS.map((name, place) => (
          <TextInput
            key={name}
            label={name}
            placeholder="Free"
            disabled={disabled}
            value={texts[place] ?? ""}
            error={days[place] === null ? "Write times such as 9-12:30, 13:30-18, or 4 h" : undefined}
            onChange={({ currentTarget }) => setTexts(texts.with(place, currentTarget.value))}
          />
        ))}
      </SimpleGrid>
      <Group mt="sm">
        <Button
          loading={busy}
          disabled={disabled || !whole}
          onClick={() => void submit(days.map((day) => day ?? []))}
        >
          {action}
        </Button>
        {whole ? (
          <Text size="sm" c="dimmed" className="mp-tabular">
            {hoursOf(days.map((day) => day ?? []))} a week
          </Text>
        ) : null}
      </Group>
    </>
  );
}
