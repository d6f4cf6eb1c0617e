import { Button, Text } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { workedText } from "../lib/minutes.ts";
import { inWords } from "../lib/problem.ts";
import { useMe } from "../lib/session.ts";
import { useTimeNews } from "../lib/time-news.ts";
import { startClock, stopClock, timerQuery } from "../lib/timer.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLine } from "./entry-line.tsx";
import { type CardTimes, cardTimeQuery } from "./time.api.ts";
import classes from "./time.module.css";
import { writeDown } from "./time-acts.ts";

interface CardTimeProps {
  card: { id: string; likely: number | null };
  people: readonly { id: string; name: string }[];
}

/** What was worked of what was estimated, in one line; whoever never writes time sees no more than that. */
export function CardTime({ card, people }: CardTimeProps) {
  useTimeNews();
  const client = useQueryClient();
  const me = useMe().person;
  const { data: time, error, refetch } = useQuery(cardTimeQuery(card.id));
  const timer = useQuery(timerQuery).data;
  const runs = timer?.card.id === card.id;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => (id === me.id ? "you" : (names.get(id) ?? "somebody"));
  return (
    <div className={classes.cardTime}>
      <details className={classes.folded}>
        <summary>
          <span className={classes.name}>Time</span>{" "}
          <Text span {...(time?.minutes ? {} : { c: "dimmed" })} className="mp-tabular">
            {said(time, card.likely)}
          </Text>
          <AtIt names={(time?.running ?? []).map(({ personId }) => nameOf(personId))} />
        </summary>
        <div className={classes.body}>
          <EntryForm action="Write down time" onSave={(work) => writeDown(client, card.id, work)} />
          {error ? (
            <ProblemNotice title="The time could not be read" onRetry={() => void refetch()}>
              {inWords(error).message}
            </ProblemNotice>
          ) : null}
          <ul className={classes.entries}>
            {time?.entries.map((entry) => (
              <EntryLine
                key={entry.id}
                cardId={card.id}
                entry={entry}
                name={nameOf(entry.personId)}
                own={entry.personId === me.id}
              />
            ))}
          </ul>
        </div>
      </details>
      <Button
        size="compact-sm"
        variant={runs ? "filled" : "subtle"}
        leftSection={
          runs ? <IconPlayerStop size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />
        }
        data-clock
        onClick={() => void (runs ? stopClock(client) : startClock(client, card.id))}
      >
        {runs ? "Stop the clock" : "Start the clock"}
      </Button>
    </div>
  );
}

function AtIt({ names }: { names: readonly string[] }) {
  const [first, ...more] = names;
  if (!first) return null;
  const verb = more.length > 0 || first === "you" ? "are" : "is";
  return <Text span c="dimmed">{` · ${[first, ...more].join(", ")} ${verb} at it now`}</Text>;
}

function said(time: CardTimes | undefined, likely: number | null): string {
  if (!time) return "";
  if (time.minutes === 0) return "Nothing written down";
  return likely === null ? workedText(time.minutes) : `${workedText(time.minutes)} of ${workedText(likely)}`;
}
