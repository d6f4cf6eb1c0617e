import { Button, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { momentText } from "../lib/dates.ts";
import { useMe } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { mailAgain, type Notice, type Recipient } from "./publications.api.ts";
import classes from "./publications.module.css";

/** Who was told, has read it, goes by it or asks; folded behind "2 of 3 acknowledged". */
export function NoticeReceipts({ notice }: { notice: Notice }) {
  const { recipients, acknowledged } = notice;
  if (recipients.length === 0) return null;
  const failed = recipients.filter(({ mail }) => mailProblem(mail) !== null).length;
  const asked = recipients.filter(({ questionedAt }) => questionedAt !== null).length;
  const parts = [
    `${acknowledged} of ${recipients.length} acknowledged`,
    asked > 0 ? `${asked} asked` : null,
    failed > 0 ? `${failed} not reached by mail` : null,
  ];
  return (
    <details className={classes.receipts} open={failed > 0}>
      <summary>{parts.filter(Boolean).join(" · ")}</summary>
      <Side name="Team" people={recipients.filter(({ side }) => side === "team")} notice={notice} />
      <Side name="Client" people={recipients.filter(({ side }) => side === "client")} notice={notice} />
    </details>
  );
}

interface SideProps {
  name: string;
  people: readonly Recipient[];
  notice: Notice;
}

function Side({ name, people, notice }: SideProps) {
  if (people.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed" mt={4}>
        {name}
      </Text>
      <ul className={classes.people}>
        {people.map((each) => (
          <li key={each.id}>
            <Text size="sm">
              {each.name} <span className={classes.role}>{stateOf(each)}</span>
            </Text>
            {each.questionedAt ? <Text size="sm">{`Asked: “${each.question}”`}</Text> : null}
            <Again projectId={notice.projectId} recipient={each} />
          </li>
        ))}
      </ul>
    </>
  );
}

function stateOf({ acknowledgedAt, readAt, sentAt, handedOverBy }: Recipient): string {
  const by = handedOverBy ? `, by a link that ${handedOverBy} handed over` : "";
  if (acknowledgedAt) return `acknowledged ${momentText(acknowledgedAt)}${by}`;
  if (readAt) return `read ${momentText(readAt)}`;
  return sentAt ? `told ${momentText(sentAt)}` : "not told";
}

/** What keeps a mail from its reader; null while nothing does. */
function mailProblem(mail: Recipient["mail"]): string | null {
  if (!mail) return null;
  if (mail.bouncedAt) return "The mail came back: the address does not take it.";
  if (mail.state === "failed")
    return `The mail could not be sent${mail.lastError ? `: ${mail.lastError}` : "."}`;
  if (mail.state === "outbox") return "The mail waits in the outbox: no mail server is set.";
  return null;
}

function Again({ projectId, recipient }: { projectId: string; recipient: Recipient }) {
  const client = useQueryClient();
  const { mailConfigured } = useMe();
  const { mail, name } = recipient;
  const { submit, busy, problem } = useSubmit(async () => {
    if (!mail) return;
    await mailAgain(client, projectId, mail.id);
    sayDone(`The mail to ${name} is about to leave.`);
  });
  const why = mailProblem(mail);
  if (why === null) return null;
  return (
    <>
      <Text size="sm" c="var(--mp-off-track)">
        {why}
      </Text>
      {mailConfigured ? (
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => void submit()}>
          {`Send to ${name} again`}
        </Button>
      ) : null}
      <Refusal problem={problem} />
    </>
  );
}
