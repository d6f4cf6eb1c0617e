import type { Secret } from "../kit/secret.ts";

/** A file that lies inside a mail and is shown where its HTML names it. */
export interface Attachment {
  filename: string;
  content: Buffer;
  contentType: string;
  cid: string;
  contentDisposition: "inline";
}

export interface Message {
  from: string | { name: string; address: string };
  replyTo?: string;
  /** To whom the mail server itself says that it could not be delivered. */
  envelope?: { from: string; to: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers: Record<string, string>;
  attachments?: Attachment[];
}

export interface MailTransport {
  send(message: Message): Promise<void>;
}

const TIMEOUT_MS = 20_000;

/** Hands messages to the mail server of `SMTP_URL`; one that does not answer in time is one that cannot be reached. */
export function smtpTransport(url: Secret, timeoutMs = TIMEOUT_MS): MailTransport {
  let opened: Promise<{ sendMail(message: Message): Promise<unknown> }> | undefined;
  const open = async () => {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      url: url.reveal(),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  return {
    send: async (message) => {
      opened ??= open();
      const headers = { ...message.headers, "auto-submitted": "auto-generated" };
      await (await opened).sendMail({ ...message, headers });
    },
  };
}

/** A mail server that says 5xx means it; everything else may pass. */
export function isFinal(error: unknown): boolean {
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  return code >= 500 && code < 600;
}

/** What the team may read: the mail server's answer or the kind of fault, without the address of the server. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "The mail could not be sent.";
  if ("response" in error && typeof error.response === "string") return error.response.slice(0, 300);
  return "code" in error
    ? `The mail server cannot be reached (${String(error.code)}).`
    : "The mail could not be sent.";
}
