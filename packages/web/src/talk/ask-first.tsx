import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { mentionsIn, withoutAt } from "./mention.ts";
import { mentionableQuery, type TalkSubject } from "./talk.api.ts";
import classes from "./talk.module.css";

const LIST = new Intl.ListFormat("en", { type: "conjunction" });

/** Where what was written can be said to the client instead. */
export interface ToClient {
  label: string;
  run: () => void;
}

interface AskFirstProps {
  subject: TalkSubject;
  text: string;
  onChange: (text: string) => void;
  toClient: ToClient | null;
}

/** Somebody of the client is named among the team: they see nothing of it, so whoever writes says what shall happen. */
export function AskFirst({ subject, text, onChange, toClient }: AskFirstProps) {
  const { data: people = [] } = useQuery({
    ...mentionableQuery(subject, "team"),
    enabled: text.includes("@"),
  });
  const named = new Set(mentionsIn(text, people));
  const names = people.filter(({ id, kind }) => kind === "contact" && named.has(id)).map(({ name }) => name);
  const [one, ...others] = names;
  const are = others.length > 0 ? "are at the client and do" : "is at the client and does";
  return (
    <div role="status" className={classes.ask} hidden={one === undefined}>
      <Text size="sm">{`${LIST.format(names)} ${are} not see what the team says among itself. What shall happen?`}</Text>
      <Group gap="xs" mt={6}>
        {toClient ? (
          <Button size="compact-sm" variant="default" onClick={toClient.run}>
            {toClient.label}
          </Button>
        ) : null}
        <Button size="compact-sm" variant="default" onClick={() => onChange(withoutAt(text, names))}>
          Only write the name, tell nobody
        </Button>
      </Group>
    </div>
  );
}
