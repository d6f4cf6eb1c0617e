import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dayText } from "../lib/dates.ts";
import { workedText } from "../lib/minutes.ts";
import { ApiProblem } from "../lib/problem.ts";
import { sayProblem } from "../lib/undo.tsx";
import { Theirs } from "../ui/theirs.tsx";
import { EntryForm } from "./entry-form.tsx";
import type { CardTimes } from "./time.api.ts";
import { cardTimeQuery } from "./time.api.ts";
import { correct, takeAway, type Work } from "./time-acts.ts";

type Entry = CardTimes["entries"][number];

interface EntryLineProps {
  cardId: string;
  entry: Entry;
  name: string;
  own: boolean;
}

const LABELS = { minutes: "Time", onDate: "Day", note: "What" };
const wordOf = (field: keyof Work, value: unknown) => {
  if (field === "minutes") return workedText(Number(value));
  return field === "onDate" ? dayText(String(value)) : `“${String(value)}”`;
};

export function EntryLine({ cardId, entry, name, own }: EntryLineProps) {
  const client = useQueryClient();
  const [edited, setEdited] = useState<Entry | null>(null);
  const [theirs, setTheirs] = useState<Partial<Work>>({});
  const { onDate, minutes, note, locked } = entry;
  const open = (next: Entry | null) => {
    setEdited(next);
    setTheirs({});
  };
  const save = async (work: Work) => {
    if (!edited) return;
    try {
      await correct(client, edited, work);
      open(null);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error;
      const { entries } = await client.fetchQuery({ ...cardTimeQuery(cardId), staleTime: 0 });
      const now = entries.find(({ id }) => id === edited.id);
      if (!now) throw error;
      setTheirs(differing(now, work));
      setEdited(now);
    }
  };
  if (edited)
    return (
      <li>
        <EntryForm work={entry} action="Save" onSave={save} onCancel={() => open(null)}>
          <Theirs<Work> theirs={theirs} labels={LABELS} say={wordOf} />
        </EntryForm>
      </li>
    );
  const day = dayText(onDate);
  return (
    <li>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          <b className="mp-tabular">{workedText(minutes)}</b> {day}, {name}
          {note ? `: ${note}` : ""}
          {locked ? (
            <Text span c="dimmed">
              {" · week closed"}
            </Text>
          ) : null}
        </Text>
        {own && !locked ? (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Edit ${day}, ${workedText(minutes)}`}
              onClick={() => open(entry)}
            >
              Edit
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Delete ${day}, ${workedText(minutes)}`}
              onClick={() => void takeAway(client, cardId, entry).catch(sayProblem)}
            >
              Delete
            </Button>
          </Group>
        ) : null}
      </Group>
    </li>
  );
}

function differing(now: Work, mine: Work): Partial<Work> {
  return {
    ...(now.minutes === mine.minutes ? {} : { minutes: now.minutes }),
    ...(now.onDate === mine.onDate ? {} : { onDate: now.onDate }),
    ...(now.note === mine.note ? {} : { note: now.note }),
  };
}
