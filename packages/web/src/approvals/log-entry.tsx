import { Anchor, Stack, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useProject } from "../lib/current-project.ts";
import { dayText, todayIn } from "../lib/dates.ts";
import type { Logged, LoggedAnswer } from "./decision-log.api.ts";
import classes from "./decision-log.module.css";
import { LogDetails } from "./log-details.tsx";
import { askedText, kindText, outcomeText, throughText, whoText } from "./log-words.ts";

export interface LogEntryProps {
  entry: Logged;
  isOpen: boolean;
  onToggle: () => void;
}

/** One decision as a row of the table: what, what became of it, by whom and when, and why. */
export function LogRow(props: LogEntryProps) {
  const { entry, isOpen } = props;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <What {...props} />
        </Table.Td>
        <Table.Td>
          <Outcome entry={entry} />
        </Table.Td>
        <Table.Td>
          <Who entry={entry} />
        </Table.Td>
        <Table.Td>
          <Why entry={entry} />
        </Table.Td>
      </Table.Tr>
      {isOpen ? (
        <Table.Tr>
          <Table.Td colSpan={4}>
            <LogDetails entry={entry} />
          </Table.Td>
        </Table.Tr>
      ) : null}
    </>
  );
}

/** The same where there is no room for a table. */
export function LogCard(props: LogEntryProps) {
  const { entry, isOpen } = props;
  return (
    <article className={classes.card} aria-label={entry.title}>
      <What {...props} />
      <Outcome entry={entry} />
      <Who entry={entry} />
      <Why entry={entry} />
      {isOpen ? <LogDetails entry={entry} /> : null}
    </article>
  );
}

function What({ entry, isOpen, onToggle }: LogEntryProps) {
  const project = useProject();
  const { title, rounds, milestone, number } = entry;
  const version = number === null ? 1 : (rounds[0]?.round ?? 1);
  return (
    <>
      <button type="button" className={classes.title} aria-expanded={isOpen} onClick={onToggle}>
        {version > 1 ? `${title}, version ${version}` : title}
      </button>
      <Text size="xs" c="dimmed">
        {kindText(entry)} · {askedText(entry)}
        {milestone ? (
          <>
            {" · "}
            <Anchor
              component={Link}
              to={`/m/${project.key}-M${milestone.number}` as "/"}
              inherit
              td="underline"
            >
              M{milestone.number}
            </Anchor>
          </>
        ) : null}
      </Text>
    </>
  );
}

function Outcome({ entry }: { entry: Logged }) {
  const { outcome, planVersion } = entry;
  return (
    <div>
      <Text size="sm" fw={600}>
        {outcomeText(entry)}
      </Text>
      {outcome !== null && planVersion !== null ? (
        <Text size="xs" c="dimmed">
          plan version {planVersion}
        </Text>
      ) : null}
    </div>
  );
}

function Who({ entry: { answers, closedAt } }: { entry: Logged }) {
  const when = closedAt === null ? null : dayText(todayIn(undefined, new Date(closedAt)));
  const [only, ...others] = answers;
  const isOne = only !== undefined && others.length === 0;
  return (
    <Stack gap={2}>
      {answers.map((answer) => (
        <One key={answer.at} answer={answer} isOne={isOne} when={isOne ? when : null} />
      ))}
      {when && !isOne ? <Text size="sm">{when}</Text> : null}
    </Stack>
  );
}

function One({ answer, isOne, when }: { answer: LoggedAnswer; isOne: boolean; when: string | null }) {
  const through = throughText(answer);
  const who = whoText(answer, isOne);
  return (
    <div>
      <Text size="sm">{when ? `${who}, ${when}` : who}</Text>
      {through ? (
        <Text size="xs" c="dimmed">
          {through}
        </Text>
      ) : null}
    </div>
  );
}

function Why({ entry: { answers, reason } }: { entry: Logged }) {
  const words = [...answers.map((answer) => answer.words), reason].filter(Boolean).join("\n");
  return words === "" ? null : (
    <Text size="sm" className={classes.words}>
      {words}
    </Text>
  );
}
