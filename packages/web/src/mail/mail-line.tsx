import { Button, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { useMe } from "../lib/session.ts";
import { sayDone } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import { needsHelp, reasonText, stateText } from "./mail-words.ts";
import classes from "./outbox.module.css";

type Mail = Shape<"Mail">;

interface MailLineProps {
  mail: Mail;
  /** The name of its project, where mails of several are listed. */
  project?: string | undefined;
}

/** One mail: to whom, what became of it, and its text on wish. */
export function MailLine({ mail, project }: MailLineProps) {
  const { to, subject, text } = mail;
  const reason = reasonText(mail);
  return (
    <li className={classes.line}>
      <details>
        <summary className={classes.summary}>
          <Text component="span" fw={600}>
            {subject}
          </Text>
          <Text component="span" size="xs" c="dimmed" className={classes.fact}>
            to {to}
            {project ? ` · ${project}` : ""}
          </Text>
          <Text
            component="span"
            size="xs"
            c={needsHelp(mail) ? "var(--mp-off-track)" : "dimmed"}
            className={classes.fact}
          >
            {stateText(mail)}
          </Text>
        </summary>
        <Text size="sm" className={classes.text}>
          {text}
        </Text>
      </details>
      {reason ? (
        <Text size="xs" c="dimmed" className={classes.text}>
          {reason}
        </Text>
      ) : null}
      <SendAgain mail={mail} />
    </li>
  );
}

function SendAgain({ mail }: { mail: Mail }) {
  const { mailConfigured } = useMe();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit(async () => {
    await answer(api.POST("/api/v1/mails/{mailId}/send", { params: { path: { mailId: mail.id } } }));
    sayDone(`The mail to ${mail.to} is about to leave.`);
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes("mails") });
  });
  if (!mailConfigured || !(needsHelp(mail) || mail.state === "outbox")) return null;
  return (
    <div className={classes.act}>
      <Button size="compact-sm" variant="default" loading={busy} onClick={() => void submit()}>
        {mail.state === "outbox" ? "Send now" : "Send again"}
      </Button>
      <Refusal problem={problem} />
    </div>
  );
}
