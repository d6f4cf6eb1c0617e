import { Text } from "@mantine/core";
import type { Shape } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import classes from "./outbox.module.css";

type Mail = Shape<"Mail">;

/** One mail: to whom, what became of it, and its text on wish. */
export function MailLine({ mail }: { mail: Mail }) {
  const { to, subject, text, state, lastError } = mail;
  return (
    <li className={classes.line}>
      <details>
        <summary className={classes.summary}>
          <Text component="span" fw={600}>
            {subject}
          </Text>
          <Text component="span" size="xs" c="dimmed" className={classes.fact}>
            to {to}
          </Text>
          <Text
            component="span"
            size="xs"
            c={state === "failed" ? "var(--mp-off-track)" : "dimmed"}
            className={classes.fact}
          >
            {stateText(mail)}
          </Text>
        </summary>
        <Text size="sm" className={classes.text}>
          {text}
        </Text>
      </details>
      {lastError && state !== "sent" ? (
        <Text size="xs" c="dimmed" className={classes.text}>
          The mail server said: {lastError}
        </Text>
      ) : null}
    </li>
  );
}

function stateText({ state, tries, createdAt, sentAt }: Mail): string {
  const written = momentText(createdAt);
  if (state === "sent") return `sent ${momentText(sentAt ?? createdAt)}`;
  if (state === "failed") return `failed, written ${written}`;
  if (state === "outbox") return `not sent, written ${written}`;
  return tries > 0
    ? `tried ${tries === 1 ? "once" : `${tries} times`}, tries again by itself`
    : `about to leave, written ${written}`;
}
