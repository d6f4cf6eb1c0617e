import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconCheck, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { minutesText } from "../lib/minutes.ts";
import { startClock, stopClock, timerQuery } from "../lib/timer.ts";
import { Diamond } from "../ui/diamond.tsx";
import { healthOf } from "../ui/health.ts";
import { EstimateChips } from "./estimate-chips.tsx";
import type { TodayCard } from "./today.api.ts";
import classes from "./today.module.css";
import { finish, reestimate } from "./today-acts.ts";
import { reasonOf } from "./today-words.ts";
import type { HeldToday } from "./use-held-today.ts";

interface TodayLineProps {
  card: TodayCard;
  act: HeldToday["act"];
  /** Somebody else has done it, or has it now. */
  isGone?: boolean;
}

/** One card: what, for which milestone, why here; done, re-estimated and timed without leaving the page. */
export function TodayLine({ card, act, isGone = false }: TodayLineProps) {
  const [estimates, setEstimates] = useState(false);
  const title = useRef<HTMLAnchorElement>(null);
  const { ref, milestone, project } = card;
  const close = () => {
    setEstimates(false);
    title.current?.focus();
  };
  return (
    <li className={classes.line} data-line data-gone={isGone || undefined}>
      {card.doneColumnId && !isGone ? (
        <button
          type="button"
          className={classes.done}
          data-act="done"
          aria-label={`Done: ${card.title}`}
          onClick={() => void finish(act, card)}
        >
          <IconCheck size={16} aria-hidden />
        </button>
      ) : (
        <span />
      )}
      <div className={classes.what}>
        <Link ref={title} to={`/c/${ref}` as "/"} className={classes.title} data-stop>
          {card.title}
        </Link>
        <Text size="sm" c="dimmed">
          {isGone ? "Done, moved or given to somebody else meanwhile" : reasonOf(card)}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap" className={classes.for}>
        {milestone ? <Sign milestone={milestone} /> : null}
        <Text size="sm" truncate {...(milestone ? {} : { c: "dimmed" })}>
          {milestone ? (
            <Link to={`/m/${milestone.ref}` as "/"} className={classes.quiet}>
              {milestone.title}
            </Link>
          ) : null}
          <Text component="span" c="dimmed">
            {milestone ? ` · ${project.name}` : project.name}
          </Text>
        </Text>
      </Group>
      {isGone ? null : (
        <Group gap={4} wrap="nowrap" className={classes.acts}>
          <Clock card={card} />
          <Effort card={card} isOpen={estimates} onPress={() => setEstimates(!estimates)} />
        </Group>
      )}
      {estimates ? (
        <EstimateChips
          title={card.title}
          likely={card.likely}
          onChoose={(minutes) => {
            close();
            void reestimate(act, card, minutes);
          }}
          onClose={close}
        />
      ) : null}
    </li>
  );
}

function Sign({ milestone }: { milestone: NonNullable<TodayCard["milestone"]> }) {
  const { state, waiting, word } = healthOf(milestone.health ?? "not_enough_data", milestone.below);
  return <Diamond state={state} waiting={waiting} size={16} label={word} />;
}

function Clock({ card }: { card: TodayCard }) {
  const client = useQueryClient();
  const runs = useQuery(timerQuery).data?.card.id === card.id;
  const Icon = runs ? IconPlayerStop : IconPlayerPlay;
  return (
    <ActionIcon
      variant={runs ? "filled" : "subtle"}
      size={32}
      data-act="clock"
      aria-label={`${runs ? "Stop" : "Start"} the clock on ${card.ref}`}
      title={runs ? "Stop the clock" : "Start the clock"}
      onClick={() => void (runs ? stopClock(client) : startClock(client, card.id))}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}

function Effort({ card, isOpen, onPress }: { card: TodayCard; isOpen: boolean; onPress: () => void }) {
  const said = card.likely === null ? "Estimate" : minutesText(card.likely);
  return (
    <Button
      size="compact-sm"
      variant="default"
      miw={84}
      data-act="estimate"
      aria-expanded={isOpen}
      aria-label={`Effort of ${card.title}: ${said}`}
      onClick={onPress}
    >
      {said}
    </Button>
  );
}
