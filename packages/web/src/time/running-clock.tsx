import { IconPlayerStop } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTimeNews } from "../lib/time-news.ts";
import {
  clockQuestion,
  clockText,
  isLong,
  minutesSince,
  type RunningTimer,
  stopClock,
  timerQuery,
} from "../lib/timer.ts";
import { ClockDialog } from "./clock-dialog.tsx";
import classes from "./time.module.css";

const TICK_MS = 15_000;

/** The clock that runs: on which card, for how long, and its end. */
export function RunningClock() {
  useTimeNews();
  const timer = useQuery(timerQuery).data;
  const asks = clockQuestion.useIsOpen();
  if (!timer) return null;
  return (
    <>
      <Ticking timer={timer} />
      {asks ? <ClockDialog timer={timer} /> : null}
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
  const passed = clockText(minutesSince(startedAt, now));
  return (
    <section className={classes.clock} aria-label="Your clock">
      <Link to={`/c/${card.ref}` as "/"} title={card.title} className={classes.clockTitle}>
        {`${card.ref} ${card.title}`}
      </Link>
      <button
        type="button"
        className={classes.passed}
        aria-label={`${passed} on ${card.ref}: keep, change or drop it`}
        title="Keep, change or drop it"
        onClick={() => clockQuestion.ask()}
      >
        {passed}
      </button>
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
        <button type="button" className={classes.still} onClick={() => clockQuestion.ask()}>
          Still at it?
        </button>
      ) : null}
    </section>
  );
}
