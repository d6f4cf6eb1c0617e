import { Button, Stack, Text, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { todayIn } from "../lib/dates.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { FileDrop } from "../ui/file-drop.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { type CalendarAnswer, type NamedDays, readCalendar } from "./calendar-file.ts";
import { CalendarPreview } from "./calendar-preview.tsx";
import type { CalendarWords } from "./calendar-words.ts";

interface CalendarImportProps {
  words: CalendarWords;
  /** Whole days that need not be added again. */
  known: readonly Pick<NamedDays, "fromOn" | "toOn">[];
  onAdd: (days: readonly NamedDays[]) => Promise<unknown>;
}

const REFUSALS: Record<Extract<CalendarAnswer, { ok: false }>["why"], string> = {
  no_calendar: "It holds no calendar. Export one as an .ics file, or copy its whole text, and try again.",
  too_large: "It is larger than 5 MB. Export one calendar alone, or a shorter time.",
  too_much: "It holds too much to look through.",
};

/** Days out of a calendar file: looked at, chosen, added. */
export function CalendarImport({ words, known, onAdd }: CalendarImportProps) {
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<CalendarAnswer | null>(null);
  const close = () => {
    setOpen(false);
    setAnswer(null);
  };
  if (!open)
    return (
      <Button mt="sm" variant="subtle" onClick={() => setOpen(true)}>
        {words.action}
      </Button>
    );
  return (
    <Frame label={words.section}>
      {answer?.ok ? (
        <CalendarPreview
          answer={answer}
          words={words}
          known={known}
          onAdd={onAdd}
          onAgain={() => setAnswer(null)}
          onClose={close}
        />
      ) : (
        <Picker refusal={answer ? refusalOf(answer, words) : null} onAnswer={setAnswer} onClose={close} />
      )}
    </Frame>
  );
}

function refusalOf({ why }: Extract<CalendarAnswer, { ok: false }>, { instead }: CalendarWords): string {
  return why === "too_much" ? `${REFUSALS[why]} ${instead}` : REFUSALS[why];
}

function Frame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack component="section" aria-label={label} gap="sm" mt="md">
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
