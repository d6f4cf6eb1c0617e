import { Button, Stack, Text, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Shape } from "../lib/api.ts";
import { todayIn } from "../lib/dates.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { FileDrop } from "../ui/file-drop.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type CalendarAnswer, type NamedDays, readCalendar } from "./calendar-file.ts";
import { CalendarPreview } from "./calendar-preview.tsx";

interface CalendarImportProps {
  days: readonly Shape<"DaysOff">[];
  onAdd: (days: readonly NamedDays[]) => Promise<unknown>;
}

const REFUSALS: Record<Extract<CalendarAnswer, { ok: false }>["why"], string> = {
  no_calendar: "It holds no calendar. Export one as an .ics file, or copy its whole text, and try again.",
  too_large: "It is larger than 5 MB. Export one calendar alone, or a shorter time.",
  too_much: "It holds too much to look through. Export the calendar of your absences alone.",
};

/** Days off out of a calendar file: looked at, chosen, added. */
export function CalendarImport({ days, onAdd }: CalendarImportProps) {
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<CalendarAnswer | null>(null);
  const close = () => {
    setOpen(false);
    setAnswer(null);
  };
  if (!open)
    return (
      <Button mt="sm" variant="subtle" onClick={() => setOpen(true)}>
        Add from a calendar file
      </Button>
    );
  return (
    <Frame>
      {answer?.ok ? (
        <CalendarPreview
          answer={answer}
          days={days}
          onAdd={onAdd}
          onAgain={() => setAnswer(null)}
          onClose={close}
        />
      ) : (
        <Picker refusal={answer ? REFUSALS[answer.why] : null} onAnswer={setAnswer} onClose={close} />
      )}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Stack component="section" aria-label="Days off from a calendar file" gap="sm" mt="md">
      {children}
    </Stack>
  );
}

interface PickerProps {
  refusal: string | null;
  onAnswer: (answer: CalendarAnswer) => void;
  onClose: () => void;
}

function Picker({ refusal, onAnswer, onClose }: PickerProps) {
  const { submit, busy, problem } = useSubmit(async (text: string) =>
    onAnswer(await readCalendar(text, todayIn())),
  );
  const read = async (file: File) => submit(await file.text());
  return (
    <>
      <FileDrop
        accept="text/calendar,.ics"
        name="Calendar file"
        action="Choose an .ics file"
        busy={busy}
        onFile={(file) => void read(file)}
      >
        Google Calendar, Outlook and Apple Calendar export such files. It is read here in the browser; only
        the days that you choose leave it.
      </FileDrop>
      <Textarea
        label="Or paste its text"
        placeholder="BEGIN:VCALENDAR …"
        rows={2}
        value=""
        onChange={({ currentTarget }) => void submit(currentTarget.value)}
      />
      {refusal ? <ProblemNotice title="Not read">{refusal}</ProblemNotice> : null}
      <Refusal problem={problem} />
      <Text component="div">
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
      </Text>
    </>
  );
}
