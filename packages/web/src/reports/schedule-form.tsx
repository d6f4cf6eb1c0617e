import { Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { momentText } from "../lib/dates.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { ReaderChecks } from "./reader-checks.tsx";
import { endSchedule, type ReportState, setSchedule } from "./reports.api.ts";

const RESTING = {
  paused: "The project is paused: none is made until it goes on.",
  archived: "The project is archived: none is made.",
  completed: "The project is completed: none is made any more.",
} as const;

interface ScheduleFormProps {
  projectId: string;
  state: ReportState;
}

/** A day that every month has, and a time on the workspace's clock. */
export function ScheduleForm({ projectId, state }: ScheduleFormProps) {
  const { schedule, contacts, resting, zone } = state;
  const client = useQueryClient();
  const [day, setDay] = useState(schedule?.dayOfMonth ?? 1);
  const [time, setTime] = useState(() => timeText(schedule?.atMinutes ?? 480));
  const [personIds, setPersonIds] = useState(() => schedule?.personIds ?? contacts.map(({ id }) => id));
  const atMinutes = minutesOf(time);
  const saving = useSubmit(async () => {
    if (atMinutes === null) return;
    const wanted = { dayOfMonth: day, atMinutes, personIds, seen: schedule?.revision ?? null };
    await setSchedule(client, projectId, wanted);
    sayDone("Reports are made every month.");
  });
  const ending = useSubmit(async () => {
    await endSchedule(client, projectId);
    sayDone("No more reports are made by themselves.");
  });
  return (
    <Form onSend={saving.submit}>
      <Stack gap="sm">
        <Text>{whenText(state)}</Text>
        <Group align="flex-start">
          <NumberInput
            label="Day of the month"
            description="1 to 28"
            min={1}
            max={28}
            allowDecimal={false}
            required
            w={160}
            value={day}
            onChange={(value) => setDay(Number(value))}
          />
          <TextInput
            label="Time"
            description={zone}
            type="time"
            required
            w={200}
            value={time}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </Group>
        <ReaderChecks
          label="Mail each one to"
          contacts={contacts}
          value={personIds}
          onChange={setPersonIds}
        />
        {resting ? <Text c="dimmed">{RESTING[resting]}</Text> : null}
        <Refusal problem={saving.problem ?? ending.problem} />
        <Group>
          <Button type="submit" variant="default" loading={saving.busy} disabled={atMinutes === null}>
            {schedule ? "Save" : "Make one every month"}
          </Button>
          {schedule ? (
            <Button variant="subtle" color="gray" loading={ending.busy} onClick={() => void ending.submit()}>
              Stop making them
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Form>
  );
}

function whenText({ schedule }: ReportState): string {
  return schedule === null
    ? "None is made by itself yet."
    : `The next one is made on ${momentText(schedule.nextAt)}.`;
}

function timeText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
