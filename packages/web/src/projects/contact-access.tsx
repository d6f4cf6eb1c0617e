import { Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { momentText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { LinkOnce } from "../ui/link-once.tsx";
import { type ClientPerson, endAccess, makeLink, sendLink } from "./client-access.api.ts";

interface ContactAccessProps {
  projectId: string;
  person: ClientPerson;
  viewLog: boolean;
}

/** How one of the client's people comes in: when they last did, their link, and its end. */
export function ContactAccess({ projectId, person, viewLog }: ContactAccessProps) {
  const client = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const { name, sessions, mail, handsOver } = person;
  const path = { projectId, contactId: person.personId };
  const run = (act: () => Promise<void>) => () =>
    void act()
      .then(() => client.invalidateQueries({ queryKey: keys.project(projectId, "client-access") }))
      .catch(sayProblem);
  const send = async () => {
    await sendLink(path);
    sayDone(
      mail?.state === "outbox" ? `${name}'s link waits in the outbox.` : `${name}'s link is on its way.`,
    );
  };
  const end = async () => {
    await endAccess(path);
    setAsking(false);
    setLink(null);
    sayDone(`${name}'s links and devices open nothing any more.`);
  };
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {accessText(person, viewLog)}
      </Text>
      <Group gap="xs">
        {handsOver ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Make a link for ${name}`}
            onClick={run(async () => setLink(await makeLink(path)))}
          >
            Make a link
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Send their link to ${name}`}
            onClick={run(send)}
          >
            Send their link
          </Button>
        )}
        {asking ? (
          <>
            <Text size="sm" w="100%">
              {sessions > 0 ? "Every device is signed out, and every link" : "Every link"} that {name} has
              ends, on all projects.
            </Text>
            <Button size="compact-sm" color="red" onClick={run(end)}>
              End them
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
              Keep them
            </Button>
          </>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Revoke links and sessions of ${name}`}
            onClick={() => setAsking(true)}
          >
            Revoke links and sessions
          </Button>
        )}
      </Group>
      {link ? <LinkOnce reader={name} url={link} onClose={() => setLink(null)} /> : null}
    </Stack>
  );
}

const LANGUAGES: Record<string, string> = { en: "English", de: "German" };

function accessText(
  { openedAt, sessions, mail, language, invitedBy }: ClientPerson,
  viewLog: boolean,
): string {
  const opened = openedAt ? `last opened ${momentText(openedAt)}` : "not opened yet";
  const devices = sessions === 1 ? "signed in on 1 device" : `signed in on ${sessions} devices`;
  return [
    ...(invitedBy ? [`Invited by ${invitedBy}`] : []),
    `${invitedBy ? "reads" : "Reads"} ${LANGUAGES[language] ?? language}`,
    ...(viewLog || openedAt ? [opened] : []),
    ...(sessions > 0 ? [devices] : []),
    ...(mail?.state === "failed" ? ["the last mail did not arrive"] : []),
    ...(mail?.state === "outbox" ? ["the last mail was not sent: there is no mail server"] : []),
  ].join(", ");
}
