import { ActionIcon, Group, Text, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "../lib/api.ts";
import { refreshAvailability } from "../lib/availability-news.ts";
import { dayText } from "../lib/dates.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { WeekEditor } from "./week-editor.tsx";
import { hoursOf, type Week } from "./week-text.ts";

interface DatedWeek {
  id: string;
  week: Week;
  fromOn: string;
  toOn: string | null;
}

interface DatedWeeksProps {
  personId: string;
  patterns: readonly DatedWeek[];
  usual: Week;
}

interface Wish {
  week: [number, number][][];
  fromOn: string;
  toOn: string | null;
}

/** Weeks that hold from a date on: "4 h Monday to Thursday from 1 May". */
export function DatedWeeks({ personId, patterns, usual }: DatedWeeksProps) {
  const { add, remove } = useDatedWeekActs(personId);
  const [fromOn, setFromOn] = useState("");
  const [toOn, setToOn] = useState("");
  const save = async (week: [number, number][][]) => {
    await add({ week, fromOn, toOn: toOn || null });
    setFromOn("");
    setToOn("");
  };
  return (
    <>
      {patterns.map((pattern) => (
        <Group key={pattern.id} gap="xs" wrap="nowrap">
          <Text style={{ flex: 1 }}>
            {spanText(pattern)}: {hoursOf(pattern.week)} a week
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Remove the week from ${dayText(pattern.fromOn)}`}
            onClick={() => void remove(pattern).catch(sayProblem)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <details style={{ marginTop: 8 }}>
        <summary style={{ cursor: "pointer", minHeight: 24 }}>Another week from a date on</summary>
        <Group my="sm" gap="xs">
          <TextInput
            type="date"
            label="From"
            required
            value={fromOn}
            onChange={({ currentTarget }) => setFromOn(currentTarget.value)}
          />
          <TextInput
            type="date"
            label="Until (empty: until further notice)"
            min={fromOn}
            value={toOn}
            onChange={({ currentTarget }) => setToOn(currentTarget.value)}
          />
        </Group>
        <WeekEditor week={usual} onSave={save} action="Add this week" disabled={fromOn === ""} />
      </details>
    </>
  );
}

function useDatedWeekActs(personId: string) {
  const client = useQueryClient();
  const refresh = () => refreshAvailability(client);
  const add = async (wish: Wish) => {
    await answer(api.POST("/api/v1/work-patterns", { body: { personId, ...wish } }));
    await refresh();
  };
  const remove = async ({ id, week, fromOn, toOn }: DatedWeek) => {
    const params = { path: { workPatternId: id } };
    await answer(api.DELETE("/api/v1/work-patterns/{workPatternId}", { params }));
    await refresh();
    offerUndo("Week removed.", () => add({ week: week.map(asDay), fromOn, toOn }));
  };
  return { add, remove };
}

function asDay(day: readonly (readonly number[])[]): [number, number][] {
  return day.map(([from = 0, to = 0]) => [from, to]);
}

function spanText({ fromOn, toOn }: { fromOn: string; toOn: string | null }): string {
  return toOn === null ? `From ${dayText(fromOn)} on` : `${dayText(fromOn)} to ${dayText(toOn)}`;
}
