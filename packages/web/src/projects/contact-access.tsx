import { Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { momentText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { LinkOnce } from "../ui/link-once.tsx";
import { type ClientPerson, endAccess, endCalendar, makeLink, sendLink } from "./client-access.api.ts";

interface ContactAccessProps {
  projectId: string;
  person: ClientPerson;
  viewLog: boolean;
}

/** How one of the client's people comes in: when they last did, their link, and its end. */
export function ContactAccess({ projectId, person, viewLog }: ContactAccessProps) {
  const client = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const [asking, setAsking] = useState<"all" | "calendar" | null>(null);
  const { name, mail, handsOver, hasFeed } = person;
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
    await (asking === "calendar" ? endCalendar(path) : endAccess(path));
    sayDone(
      asking === "calendar"
        ? `${name}'s calendar finds nothing any more.`
        : `${name}'s links and devices open nothing any more.`,
    );
    setAsking(null);
    setLink(null);
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
              {endText(asking, person)}
            </Text>
            <Button size="compact-sm" color="red" onClick={run(end)}>
              {asking === "calendar" ? "End it" : "End them"}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setAsking(null)}>
              {asking === "calendar" ? "Keep it" : "Keep them"}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Revoke links and sessions of ${name}`}
              onClick={() => setAsking("all")}
            >
              Revoke links and sessions
            </Button>
            {hasFeed ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`End the calendar feed of ${name}`}
                onClick={() => setAsking("calendar")}
              >
                End their calendar feed
              </Button>
            ) : null}
          </>
        )}
      </Group>
      {link ? <LinkOnce reader={name} url={link} onClose={() => setLink(null)} /> : null}
    </Stack>
  );
}

function endText(what: "all" | "calendar", { name, sessions }: ClientPerson): string {
  if (what === "calendar")
    return `The address by which ${name}'s calendar reads this project ends. They can make another one on their page.`;
  const every = sessions > 0 ? "Every device is signed out, and every link" : "Every link";
  return `${every} that ${name} has ends, on all projects.`;
}

const LANGUAGES: Record<string, string> = { en: "English", de: "German" };

function accessText(
  { openedAt, sessions, mail, language, invitedBy, hasFeed }: ClientPerson,
  viewLog: boolean,
): string {
  const opened = openedAt ? `last opened ${momentText(openedAt)}` : "not opened yet";
  const devices = sessions === 1 ? "signed in on 1 device" : `signed in on ${sessions} devices`;
  return [
    ...(invitedBy ? [`Invited by ${invitedBy}`] : []),
    `${invitedBy ? "reads" : "Reads"} ${LANGUAGES[language] ?? language}`,
    ...(viewLog || openedAt ? [opened] : []),
    ...(sessions > 0 ? [devices] : []),
    ...(hasFeed ? ["their calendar reads along"] : []),
    ...(mail?.state === "failed" ? ["the last mail did not arrive"] : []),
    ...(mail?.state === "outbox" ? ["the last mail was not sent: there is no mail server"] : []),
  ].join(", ");
}
