import type { Shape } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";

type Mail = Shape<"Mail">;

export const MAIL_FILTERS = [
  { value: "", label: "All states" },
  { value: "waiting", label: "Waiting" },
  { value: "sent", label: "Sent" },
  { value: "came-back", label: "Came back" },
  { value: "failed", label: "Failed" },
  { value: "outbox", label: "Not sent" },
  { value: "refused", label: "Switched off" },
] as const;

export type MailState = Exclude<(typeof MAIL_FILTERS)[number]["value"], "">;

export function isMailState(value: unknown): value is MailState {
  return value !== "" && MAIL_FILTERS.some((each) => each.value === value);
}

/** What became of a mail, in a few words. */
export function stateText({ state, tries, createdAt, sentAt, bouncedAt }: Mail): string {
  const written = momentText(createdAt);
  if (bouncedAt) return `came back ${momentText(bouncedAt)}`;
  if (state === "sent") return `sent ${momentText(sentAt ?? createdAt)}`;
  if (state === "failed") return `failed, written ${written}`;
  if (state === "outbox") return `not sent, written ${written}`;
  if (state === "refused") return `not sent, written ${written}: its reader has switched such mails off`;
  return tries > 0
    ? `tried ${tries === 1 ? "once" : `${tries} times`}, tries again by itself`
    : `about to leave, written ${written}`;
}

export function needsHelp({ state, bouncedAt }: Mail): boolean {
  return state === "failed" || bouncedAt !== null;
}

/** Why it is as it is, as far as somebody has said so. */
export function reasonText({ state, lastError, bouncedAt }: Mail): string | null {
  if (bouncedAt) return "The address does not take mails. Correct it, and ask again from where it was sent.";
  return lastError && state !== "sent" ? `The mail server said: ${lastError}` : null;
}
