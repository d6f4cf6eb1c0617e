import { Button, Checkbox, Group, Text } from "@mantine/core";
import { coversDays } from "@milepost/planning";
import { useMemo, useState } from "react";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import type { CalendarAnswer, NamedDays } from "./calendar-file.ts";
import type { CalendarWords } from "./calendar-words.ts";
import classes from "./people.module.css";

interface CalendarPreviewProps {
  answer: Extract<CalendarAnswer, { ok: true }>;
  words: CalendarWords;
  known: readonly Pick<NamedDays, "fromOn" | "toOn">[];
  onAdd: (days: readonly NamedDays[]) => Promise<unknown>;
  /** To another file. */
  onAgain: () => void;
  onClose: () => void;
}

/** From so many on they are not ticked one by one. */
const MANY = 5;

const keyOf = ({ fromOn, toOn, reason }: NamedDays) => `${fromOn} ${toOn} ${reason}`;

/** What was found, to choose from: what is there already is not ticked, nor are birthdays among absences. */
export function CalendarPreview({ answer, words, known, onAdd, onAgain, onClose }: CalendarPreviewProps) {
  const fresh = useMemo(() => freshOf(answer.days, known), [answer.days, known]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(answer.days.filter((one) => (one.busy || !words.free) && fresh.has(keyOf(one))).map(keyOf)),
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
          : `${counted(answer.days.length, words.noun)} in the next two years. Choose which to add.`}
      </Text>
      {fresh.size > MANY ? (
        <Checkbox
          my={10}
          label="All"
          checked={chosen.size === fresh.size}
          indeterminate={chosen.size > 0 && chosen.size < fresh.size}
          onChange={({ currentTarget }) => setChosen(currentTarget.checked ? fresh : new Set())}
        />
      ) : null}
      <div className={classes.found}>
        {answer.days.map((one) => (
          <Checkbox
            key={keyOf(one)}
            my={6}
            label={spanText(one)}
            description={noteOf(one, !fresh.has(keyOf(one)), words)}
            disabled={!fresh.has(keyOf(one))}
            checked={chosen.has(keyOf(one))}
            onChange={({ currentTarget }) => choose(keyOf(one), currentTarget.checked)}
            classNames={{ labelWrapper: classes.words }}
          />
        ))}
      </div>
      <Passed {...answer.passed} />
      <Refusal problem={problem} />
      <Group gap="xs" mt="sm">
        {answer.days.length > 0 ? (
          <Button type="submit" loading={busy} disabled={wanted.length === 0}>
            {wanted.length === 0 ? "Add" : `Add ${counted(wanted.length, words.noun)}`}
          </Button>
        ) : (
          <Button variant="default" onClick={onAgain}>
            Choose another file
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}

/** Those of which a day at least is new. */
function freshOf(found: readonly NamedDays[], known: CalendarPreviewProps["known"]): ReadonlySet<string> {
  return new Set(found.filter((one) => !coversDays(known, one)).map(keyOf));
}

function spanText({ fromOn, toOn, reason }: NamedDays): string {
  const days = fromOn === toOn ? dayText(fromOn) : `${dayText(fromOn)} to ${dayText(toOn)}`;
  return reason ? `${days}, ${reason}` : days;
}

function noteOf({ busy }: NamedDays, isKnown: boolean, { known, free }: CalendarWords): string | undefined {
  return isKnown ? known : busy ? undefined : free;
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
