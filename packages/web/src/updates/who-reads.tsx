import { Paper, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../lib/session.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { readersQuery } from "./messages.api.ts";

const LIST = new Intl.ListFormat("en", { type: "conjunction" });
/** So many names are read; more are counted. */
const NAMES = 8;

interface WhoReadsProps {
  projectId: string;
  audience: "team" | "client";
}

/** Whom a message would reach, by name, before it is sent. */
export function WhoReads({ projectId, audience }: WhoReadsProps) {
  const me = useMe().person.id;
  const { data, error } = useQuery(readersQuery(projectId));
  if (error) return <Refusal problem={error} />;
  if (!data) return <Waiting rows={1} height={44} />;
  const team = data.team.filter(({ id }) => id !== me);
  const mailed = data.client.filter((each) => each.mailed);
  const others = data.client.filter((each) => !each.mailed);
  return (
    <Paper component="section" withBorder px="md" py="sm" aria-label="Who will read it" aria-live="polite">
      <Line
        who="Of the team"
        words={team.length === 0 ? "nobody else yet." : `${listed(team)}, in the app.`}
      />
      {audience === "client" ? (
        <>
          {mailed.length > 0 ? (
            <Line who="At the client" words={`${listed(mailed)}, who get a mail.`} />
          ) : null}
          {others.length > 0 ? (
            <Line
              who={mailed.length > 0 ? "And" : "At the client"}
              words={`${listed(others)}, on their page, without a mail.`}
            />
          ) : null}
          {data.client.length === 0 ? (
            <Line who="At the client" words="nobody has a part in this project yet, so nobody is mailed." />
          ) : null}
        </>
      ) : null}
    </Paper>
  );
}

function Line({ who, words }: { who: string; words: string }) {
  return (
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      <strong>{who}:</strong> {words}
    </Text>
  );
}

function listed(people: readonly { name: string }[]): string {
  const names = people.map(({ name }) => name);
  const more = names.length - NAMES;
  return LIST.format(more > 1 ? [...names.slice(0, NAMES), `${more} more`] : names);
}
