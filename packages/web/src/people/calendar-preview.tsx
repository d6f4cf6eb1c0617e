import { Button, Checkbox, Group, Text } from "@mantine/core";
import { coversDays } from "@milepost/planning";
import { useState } from "react";
import type { Shape } from "../lib/api.ts";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import type { CalendarAnswer, NamedDays } from "./calendar-file.ts";

interface CalendarPreviewProps {
  answer: Extract<CalendarAnswer, { ok: true }>;
  days: readonly Shape<"DaysOff">[];
  onAdd: (days: readonly NamedDays[]) => Promise<unknown>;
  onClose: () => void;
}

const keyOf = ({ fromOn, toOn, reason }: NamedDays) => `${fromOn} ${toOn} ${reason}`;

/** What was found, to choose from: absences are ticked, birthdays and what is there already are not. */
export function CalendarPreview({ answer, days, onAdd, onClose }: CalendarPreviewProps) {
  const whole = days.filter(({ part }) => part === "day");
  const isKnown = (one: NamedDays) => coversDays(whole, one);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(answer.days.filter((one) => one.busy && !isKnown(one)).map(keyOf)),
  );
  const { submit, busy, problem } = useSubmit(onAdd);
  const wanted = answer.days.filter((one) => chosen.has(keyOf(one)));
  const add = async () => {
    if (await submit(wanted)) onClose();
  };
  const choose = (key: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, key] : [...before].filter((other) => other !== key)));
  return (
    <Form onSend={add} onCancel={onClose}>
      <Text fw={600} role="status">
        {answer.days.length === 0
          ? "No whole days are named in it for the next two years."
          : `${counted(answer.days.length, "absence")} in the next two years. Choose which to add.`}
      </Text>
      {answer.days.map((one) => (
        <Checkbox
          key={keyOf(one)}
          my={6}
          label={spanText(one)}
          description={noteOf(one, isKnown(one))}
          disabled={isKnown(one)}
          checked={chosen.has(keyOf(one))}
          onChange={({ currentTarget }) => choose(keyOf(one), currentTarget.checked)}
        />
      ))}
      <Passed {...answer.passed} />
      <Refusal problem={problem} />
      <Group gap="xs" mt="sm">
        {answer.days.length > 0 ? (
          <Button type="submit" loading={busy} disabled={wanted.length === 0}>
            {wanted.length === 0 ? "Add" : `Add ${counted(wanted.length, "absence")}`}
          </Button>
        ) : null}
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}

function spanText({ fromOn, toOn, reason }: NamedDays): string {
  const days = fromOn === toOn ? dayText(fromOn) : `${dayText(fromOn)} to ${dayText(toOn)}`;
  return reason ? `${days}, ${reason}` : days;
}

function noteOf({ busy }: NamedDays, known: boolean): string | undefined {
  if (known) return "Off already";
  return busy ? undefined : "Free time in the calendar, such as a birthday";
}

function Passed({ outside, hours, unread }: CalendarPreviewProps["answer"]["passed"]) {
  const words = [
    hours > 0 ? `${counted(hours, "event")} shorter than a day` : null,
    outside > 0 ? `${counted(outside, "event")} of another time` : null,
    unread > 0 ? `${counted(unread, "event")} that could not be read` : null,
  ].filter((word) => word !== null);
  if (words.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      Passed over: {words.join(", ")}.
    </Text>
  );
}
