import { Alert, Button, Group, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dayText, momentText, todayIn } from "../lib/dates.ts";
import { inWords } from "../lib/problem.ts";
import { clockQuestion, clockText, endClock, isLong, minutesSince, type RunningTimer } from "../lib/timer.ts";
import { EntryForm } from "./entry-form.tsx";
import { writeInstead } from "./time-acts.ts";

/** What becomes of a clock: what of it was work is for the person to say. */
export function ClockDialog({ timer }: { timer: RunningTimer }) {
  const client = useQueryClient();
  const [changes, setChanges] = useState(false);
  const [problem, setProblem] = useState<unknown>(clockQuestion.why());
  const { card, startedAt } = timer;
  const passed = clockText(Math.max(1, minutesSince(startedAt)));
  const began = todayIn(undefined, new Date(startedAt));
  const end = (keep: boolean) => endClock(client, keep).then(clockQuestion.close, setProblem);
  return (
    <Modal
      opened
      onClose={clockQuestion.close}
      title={isLong(timer) ? "Were you at it all the time?" : "Your clock"}
    >
      {problem ? (
        <Alert color="yellow" mb="md" role="alert" title="It could not be written down, and runs on">
          {inWords(problem).message}
        </Alert>
      ) : null}
      <Text mb="md" style={{ overflowWrap: "anywhere" }}>
        {`It has run for ${passed}, since ${momentText(startedAt)}, on `}
        <Link to={`/c/${card.ref}` as "/"} onClick={clockQuestion.close}>
          {card.ref} {card.title}
        </Link>
        .
      </Text>
      {changes ? (
        <EntryForm
          action="Write down and stop"
          onDate={began}
          onSave={async (work) => {
            await writeInstead(client, card.id, work);
            clockQuestion.close();
          }}
          onCancel={() => setChanges(false)}
        />
      ) : (
        <Group gap="xs">
          <Button onClick={() => void end(true)}>{`Keep ${passed}`}</Button>
          <Button variant="default" onClick={() => setChanges(true)}>
            Change it
          </Button>
          <Button variant="default" onClick={() => void end(false)}>
            Drop it
          </Button>
          <Text size="sm" c="dimmed">
            {`Change writes another time down, on ${dayText(began)} or another day. Drop writes nothing.`}
          </Text>
        </Group>
      )}
    </Modal>
  );
}
