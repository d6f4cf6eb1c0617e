import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";
import { Secret } from "../kit/secret.ts";
import { type MailTransport, smtpTransport } from "../mail/mail-transport.ts";

/** What a mail server can do to a mail. */
type Fault = { answers: number } | "hangs" | "drops after the data" | null;

export interface MailServer {
  /** Every mail that arrived whole, as it came over the wire, the soft line breaks of its body joined. */
  received: string[];
  /** To whom each of them comes back. */
  senders: string[];
  fault: Fault;
  transport: MailTransport;
}

/** A real SMTP server on this machine that can be told to fail; gone after the file. */
export async function mailServer(timeoutMs = 20_000): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server: Omit<MailServer, "transport"> = { received: [], senders: [], fault: null };
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      const { fault } = server;
      if (fault === "hangs") return;
      const answers = typeof fault === "object" ? fault?.answers : undefined;
      done(answers ? Object.assign(new Error("not now"), { responseCode: answers }) : undefined);
    },
    onData: (stream, { envelope }, done) => {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on("end", () => {
        const body = text.indexOf("\r\n\r\n");
        server.received.push(text.slice(0, body) + text.slice(body).replaceAll(/=\r?\n/g, ""));
        server.senders.push(envelope.mailFrom ? envelope.mailFrom.address : "");
        if (server.fault === "drops after the data") for (const socket of sockets) socket.destroy();
        else done();
      });
    },
  });
  // Torn connections are what these tests are about.
  smtp.on("error", () => undefined);
  smtp.server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", ready));
  // The server listens on TCP, so its address has a port.
  const { port } = smtp.server.address() as AddressInfo;
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((closed) => smtp.close(closed));
  });
  return Object.assign(server, {
    transport: smtpTransport(new Secret(`smtp://127.0.0.1:${port}`), timeoutMs),
  });
}

/** One header of a mail as it came over the wire, on one line. */
export function headerOf(mail: string, name: string): string | null {
  const head = mail.slice(0, mail.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
  return new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? null;
}
