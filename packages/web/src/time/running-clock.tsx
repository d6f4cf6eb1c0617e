import { Button, Group, Modal, Text } from "@mantine/core";
import { IconPlayerStop } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { dayText, momentText, todayIn } from "../lib/dates.ts";
import { workedText } from "../lib/minutes.ts";
import { useTimeNews } from "../lib/time-news.ts";
import {
  endClock,
  isLong,
  longClock,
  minutesSince,
  type RunningTimer,
  stopClock,
  timerQuery,
} from "../lib/timer.ts";
import { sayProblem } from "../lib/undo.tsx";
import { EntryForm } from "./entry-form.tsx";
import classes from "./time.module.css";
import { writeDown } from "./time-acts.ts";

const TICK_MS = 15_000;

/** The clock that runs: on which card, for how long, and its end. */
export function RunningClock() {
  useTimeNews();
  const timer = useQuery(timerQuery).data;
  const asks = longClock.useIsOpen();
  if (!timer) return null;
  return (
    <>
      <Ticking timer={timer} />
      {asks ? <LongClock timer={timer} /> : null}
    </>
  );
}

function Ticking({ timer }: { timer: RunningTimer }) {
  const client = useQueryClient();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(tick);
  }, []);
  const { card, startedAt } = timer;
  const passed = workedText(minutesSince(startedAt, now));
  return (
    <section className={classes.clock} aria-label="Your clock">
      <Link to={`/c/${card.ref}` as "/"} title={card.title} className={classes.clockCard}>
        <span className={classes.clockTitle}>{`${card.ref} ${card.title}`}</span>
        <span className="mp-tabular">{passed}</span>
      </Link>
      <button
        type="button"
        className={classes.stop}
        aria-label={`Stop the clock on ${card.ref}`}
        title="Stop the clock"
        onClick={() => void stopClock(client)}
      >
        <IconPlayerStop size={16} aria-hidden />
      </button>
      {isLong(timer) ? (
        <button type="button" className={classes.still} onClick={longClock.open}>
          Still at it?
        </button>
      ) : null}
    </section>
  );
}

/** A clock that was forgotten: what of it was work is for the person to say. */
function LongClock({ timer }: { timer: RunningTimer }) {
  const client = useQueryClient();
  const [changes, setChanges] = useState(false);
  const { card, startedAt } = timer;
  const passed = workedText(minutesSince(startedAt));
  const end = async (keep: boolean) => {
    await endClock(client, keep);
    longClock.close();
  };
  const began = todayIn(undefined, new Date(startedAt));
  return (
    <Modal opened onClose={longClock.close} title="Were you at it all the time?">
      <Text mb="md">
        {`Your clock has run for ${passed} on ${card.ref} ${card.title}, since ${momentText(startedAt)}.`}
      </Text>
      {changes ? (
        <EntryForm
          action="Write down and stop"
          onDate={began}
          onSave={async (work) => {
            await writeDown(client, card.id, work);
            await end(false);
          }}
          onCancel={() => setChanges(false)}
        />
      ) : (
        <Group gap="xs">
          <Button onClick={() => void end(true).catch(sayProblem)}>{`Keep ${passed}`}</Button>
          <Button variant="default" onClick={() => setChanges(true)}>
            Change it
          </Button>
          <Button variant="default" onClick={() => void end(false).catch(sayProblem)}>
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
