import { Button, Group, Radio, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { useMe } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { minuteOf, timeText } from "./quiet-times.ts";

type Rhythm = Shape<"MailRhythm">;

const KEY = [...keys.inbox, "rhythm"];
const RHYTHMS: readonly [Rhythm["rhythm"], string][] = [
  ["four_hours", "Every 4 hours"],
  ["daily", "Daily, at 8 in the morning"],
  ["weekly", "Weekly, on Monday at 8"],
  ["off", "Not by mail"],
];

/** How often the inbox comes by mail, when no mail comes, and whether one is reminded. */
export function MailRhythm() {
  const { data } = useQuery({ queryKey: KEY, queryFn: () => answer(api.GET("/api/v1/me/mail-rhythm")) });
  return data ? <RhythmForm key={JSON.stringify(data)} saved={data} /> : <Waiting rows={3} />;
}

function RhythmForm({ saved }: { saved: Rhythm }) {
  const client = useQueryClient();
  const { zone } = useMe().person;
  const [rhythm, setRhythm] = useState(saved.rhythm);
  const [reminders, setReminders] = useState(saved.reminders);
  const [quiet, setQuiet] = useState(saved.quietFrom !== null);
  const [from, setFrom] = useState(timeText(saved.quietFrom ?? 20 * 60));
  const [to, setTo] = useState(timeText(saved.quietTo ?? 7 * 60));
  const { submit, busy, problem, field } = useSubmit(async () => {
    const hours = quiet
      ? { quietFrom: minuteOf(from), quietTo: minuteOf(to) }
      : { quietFrom: null, quietTo: null };
    const body = { rhythm, reminders, ...hours };
    client.setQueryData(KEY, await answer(api.PUT("/api/v1/me/mail-rhythm", { body })));
    sayDone("Saved.");
  });
  return (
    <Form onSend={submit}>
      <Stack>
        <Refusal problem={problem} />
        <Radio.Group
          label="What is new in your inbox"
          description="All of it in one mail, and none when nothing is new. Mentions, what clients write and decisions come at once."
          value={rhythm}
          onChange={(next) => setRhythm(RHYTHMS.find(([value]) => value === next)?.[0] ?? rhythm)}
        >
          <Stack gap="xs" mt="xs">
            {RHYTHMS.map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          checked={reminders}
          label="Remind me of what is due"
          description="Your cards and milestones, the working day before and on the day, with what being late would move."
          onChange={({ currentTarget }) => setReminders(currentTarget.checked)}
        />
        <Switch
          checked={quiet}
          label="Quiet hours"
          description="Mails wait until they are over, also mentions and decisions."
          onChange={({ currentTarget }) => setQuiet(currentTarget.checked)}
        />
        {quiet ? (
          <Group align="flex-start">
            <TextInput
              type="time"
              label="From"
              required
              value={from}
              error={field("quietFrom")}
              onChange={({ currentTarget }) => setFrom(currentTarget.value)}
            />
            <TextInput
              type="time"
              label="Until"
              required
              value={to}
              error={field("quietTo")}
              onChange={({ currentTarget }) => setTo(currentTarget.value)}
            />
            <Text size="sm" c="dimmed" mt={30}>{`In ${zone}`}</Text>
          </Group>
        ) : null}
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
