import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { dayText } from "../lib/dates.ts";
import { hasFormDraft, useFormDraft } from "../lib/form-draft.ts";
import { type Rhythm, rhythmWords } from "../lib/rhythm-words.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Form } from "../ui/form.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Refusal } from "../ui/refusal.tsx";
import { RhythmFields } from "../ui/rhythm-fields.tsx";
import { SaveRow } from "../ui/save-row.tsx";
import { type Asked, type CheckIn, type OwnSchedule, scheduleOwn } from "./check-ins.api.ts";

interface OwnScheduleProps {
  projectId: string;
  checkIn: CheckIn;
  mine: Asked;
}

/** When whoever looks is asked: as the project says, at times of their own, or not for a while. */
export function OwnScheduleBox({ projectId, checkIn, mine }: OwnScheduleProps) {
  const client = useQueryClient();
  const draft = `check-in.own.${checkIn.id}`;
  const editing = useInPlace(hasFormDraft(draft));
  const { own, paused, next } = mine;
  const save = (wanted: OwnSchedule, word: string) =>
    scheduleOwn(client, { projectId, checkInId: checkIn.id, before: mine }, wanted, word);
  const now = (wanted: OwnSchedule, word: string) => void save(wanted, word).catch(sayProblem);
  const comes = paused
    ? "You are not asked until you go on."
    : next
      ? `Asked next on ${dayText(next.on)}, never on a day off.`
      : "Nobody is asked at the moment.";
  return (
    <Paper component="section" withBorder px="md" py="sm" mb="lg" aria-label="When you are asked">
      <Title order={2} size="h4">
        You
      </Title>
      <Text size="sm" c="dimmed" className="mp-tabular">
        {`${own ? `${rhythmWords(own)}, at a time of your own. ` : ""}${comes}`}
      </Text>
      {editing.isOpen ? (
        <OwnForm
          draft={draft}
          there={own ?? rhythmOf(checkIn)}
          onSave={(rhythm) => save({ own: rhythm, paused }, "Your time is set")}
          onClose={editing.close}
        />
      ) : (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" autoFocus={editing.hasReturned} onClick={editing.open}>
            Set your own time
          </Button>
          {own ? (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => now({ own: null, paused }, "You are asked when the project asks")}
            >
              Follow the project
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => now({ own, paused: !paused }, paused ? "You are asked again" : "Paused for you")}
          >
            {paused ? "Go on for me" : "Pause for me"}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

interface OwnFormProps {
  draft: string;
  there: Rhythm;
  onSave: (rhythm: Rhythm) => Promise<void>;
  onClose: () => void;
}

function OwnForm({ draft, there, onSave, onClose }: OwnFormProps) {
  const { values, set, clear } = useFormDraft(draft, there);
  const leave = () => {
    clear();
    onClose();
  };
  const { submit, busy, problem, field } = useSubmit(async () => {
    await onSave(values);
    leave();
  });
  return (
    <Form onSend={submit} onCancel={onClose}>
      <Stack gap="md" mt="sm">
        <RhythmFields
          values={values}
          clock="your time"
          onChange={set}
          error={(name) => field(`own.${name}`) ?? field(name)}
        />
        <Refusal problem={problem} />
        <SaveRow busy={busy} ready onCancel={leave} />
      </Stack>
    </Form>
  );
}

function rhythmOf({ cadence, everyDays, startsOn, at }: Rhythm): Rhythm {
  return { cadence, everyDays, startsOn, at };
}
