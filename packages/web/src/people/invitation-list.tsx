import { Button, Text } from "@mantine/core";
import { dayText } from "../lib/dates.ts";
import { useMe } from "../lib/session.ts";
import { sayProblem } from "../lib/undo.tsx";
import type { Invitation } from "./invitations.api.ts";
import classes from "./people.module.css";

interface InvitationActs {
  onHandOver: (invitation: Invitation) => Promise<void>;
  onAgain: (invitation: Invitation) => Promise<void>;
  onTakeBack: (invitation: Invitation) => Promise<void>;
}

/** Invitations that nobody has answered yet. */
export function InvitationList({ invitations, ...acts }: { invitations: Invitation[] } & InvitationActs) {
  if (invitations.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Open invitations">
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} {...acts} />
      ))}
    </ul>
  );
}

function InvitationRow({
  invitation,
  onHandOver,
  onAgain,
  onTakeBack,
}: { invitation: Invitation } & InvitationActs) {
  const { email, role, state, mail } = invitation;
  const { mailConfigured } = useMe();
  const handsOver = state === "open" && (!mailConfigured || mail === "failed");
  const run = (act: (invitation: Invitation) => Promise<void>) => () =>
    void act(invitation).catch(sayProblem);
  return (
    <li className={classes.row}>
      <div className={`${classes.who} ${classes.words}`}>
        <Text>{email}</Text>
        <Text size="xs" c="dimmed">
          {role}, {stateText(invitation)}
        </Text>
      </div>
      <div className={classes.buttons}>
        {handsOver ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Make a link for ${email}`}
            onClick={run(onHandOver)}
          >
            Make a link
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Invite ${email} again`}
            onClick={run(onAgain)}
          >
            Invite again
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Take back the invitation to ${email}`}
          onClick={run(onTakeBack)}
        >
          Take back
        </Button>
      </div>
    </li>
  );
}

const MAIL_WORDS: Record<Invitation["mail"], string> = {
  queued: "its mail is about to leave",
  sending: "its mail is about to leave",
  sent: "mailed",
  failed: "its mail failed",
  outbox: "not mailed",
};

function stateText({ state, mail, expiresAt }: Invitation): string {
  const day = dayText(expiresAt.slice(0, 10));
  return state === "expired" ? `expired on ${day}` : `${MAIL_WORDS[mail]}, open until ${day}`;
}
