import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same over all tries of one mail. */
  messageId: string;
}

export interface Mailbox {
  /** For SMTP_URL. */
  url: string;
  letters: Letter[];
  /** The next letter to somebody, from the ones that nobody has asked for yet; waits until it is there. */
  next(to: string, subject: RegExp): Promise<Letter>;
  close(): Promise<void>;
}

export interface MailboxOptions {
  /** Where it listens; a free one without. */
  port?: number;
  /** Asked with each letter; whoever is told no waits for an answer that does not come. */
  takes?: () => boolean | Promise<boolean>;
}

const PATIENCE_MS = 30_000;

/** A mail server for one journey: what Milepost sends is kept in the order in which it came. */
export async function openMailbox({ port: wanted = 0, takes }: MailboxOptions = {}): Promise<Mailbox> {
  const letters: Letter[] = [];
  const taken = new Set<Letter>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        if ((await takes?.()) === false) return;
        const [first] = session.envelope.rcptTo;
        letters.push(letterOf(first?.address ?? "", Buffer.concat(chunks).toString()));
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(wanted, "127.0.0.1", ready));
  // The server listens on TCP, so its address has a port.
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: async (to, subject) => {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
        const found = letters.find((one) => one.to === to && subject.test(one.subject) && !taken.has(one));
        if (found) {
          taken.add(found);
          return found;
        }
        await new Promise((resume) => setTimeout(resume, 100));
      }
      throw new Error(`no mail to ${to} about ${subject}: ${letters.map((one) => one.subject).join(" | ")}`);
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** The link that the mail's button opens. */
export function linkIn({ text }: Letter): string {
  const found = /https?:\/\/\S+\/(?:a|d|h|i|q|r|s|v)\/[\w-]{43}/.exec(text)?.[0];
  if (!found) throw new Error(`no link in: ${text}`);
  return found;
}

function letterOf(to: string, raw: string): Letter {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const plain = /content-type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(body)?.[1] ?? body;
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(head)?.[1] ?? "";
  const messageId = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? "";
  return { to, subject: words(subject.replaceAll(/\r\n[ \t]/g, " ")), text: printable(plain), messageId };
}

/** A subject with letters beyond ASCII comes as encoded words (RFC 2047). */
function words(text: string): string {
  const joined = text.replaceAll(/\?=\s+=\?/g, "?==?");
  return joined.replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_word, kind: string, coded: string) =>
    kind.toLowerCase() === "b"
      ? Buffer.from(coded, "base64").toString()
      : printable(coded.replaceAll("_", " ")),
  );
}

function printable(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /[\u0080-\u00ff]/.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}
