import { z } from "zod";
import { Secret } from "./secret.ts";

export class SettingsRefusal extends Error {}

const Environment = z.object({
  PORT: z.coerce.number("PORT is a number from 0 to 65535.").int().min(0).max(65_535).default(4280),
  HOST: z.string().min(1).default("127.0.0.1"),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: "BASE_URL is the address people use, such as https://plan.example.org.",
    })
    .refine(isOrigin, "BASE_URL ends after the name and the port: Milepost has that address to itself.")
    .optional(),
  MILEPOST_DATA: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "DATABASE_URL looks like postgres://user:password@host:5432/milepost.",
    })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "SMTP_URL looks like smtp://user:password@host:587." })
    .optional(),
  MAIL_FROM: z
    .string()
    .max(320)
    .regex(
      /^(?:[^<>@\p{Cc}]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u,
      "MAIL_FROM is an address such as plan@example.org or Studio <plan@example.org>.",
    )
    .optional(),
  MAIL_IN_ADDRESS: z
    .string()
    .max(254)
    .regex(
      /^[^<>@+\s]{1,22}@[^<>@\s]+$/,
      "MAIL_IN_ADDRESS is an address such as reply@example.org, with at most 22 characters before the @ and no plus sign.",
    )
    .optional(),
  MAIL_IN_URL: z
    .url({ protocol: /^imaps?$/, error: "MAIL_IN_URL looks like imaps://user:password@host." })
    .optional(),
  MAIL_IN_SECRET: z.string().min(24, "MAIL_IN_SECRET has at least 24 characters.").max(500).optional(),
  PUBLISH_HOLD: z.coerce
    .number("PUBLISH_HOLD is a number of seconds, 0 to 600.")
    .int()
    .min(0)
    .max(600)
    .default(120),
  TRUST_PROXY: z.coerce
    .number("TRUST_PROXY is the number of proxies in front, 0 to 10.")
    .int()
    .min(0)
    .max(10)
    .default(0),
});

export interface Settings {
  port: number;
  host: string;
  baseUrl: string;
  dataDir: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  mailIn: MailIn | null;
  trustProxy: number;
  /** For so long a publication can be taken back before clients read it. */
  publishHoldMs: number;
  loopback: boolean;
}

/** How answers to mails come in: read from a mailbox, or sent to us by the mail server. */
interface MailIn {
  address: string;
  url: Secret | null;
  secret: Secret | null;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search, hash, username, password } = new URL(address);
  return pathname.replaceAll("/", "") + search + hash + username + password === "";
}

/** Reads the environment once; a wrong value is one clear sentence. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? "A setting");
    const message = issue?.message ?? "is not valid";
    throw new SettingsRefusal(message.startsWith(name) ? message : `${name} is not valid: ${message}`);
  }
  const {
    PORT,
    HOST,
    BASE_URL,
    MILEPOST_DATA,
    DATABASE_URL,
    SMTP_URL,
    MAIL_FROM,
    TRUST_PROXY,
    PUBLISH_HOLD,
  } = parsed.data;
  const mailIn = mailInOf(parsed.data);
  const loopback = LOOPBACK.has(HOST);
  if (!loopback && !BASE_URL)
    throw new SettingsRefusal(
      "BASE_URL is needed when HOST is not this machine alone: links in mails are made from it.",
    );
  return {
    port: PORT,
    host: HOST,
    baseUrl: (BASE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ""),
    dataDir: MILEPOST_DATA,
    databaseUrl: DATABASE_URL,
    smtpUrl: SMTP_URL,
    mailFrom: MAIL_FROM,
    mailIn,
    trustProxy: TRUST_PROXY,
    publishHoldMs: PUBLISH_HOLD * 1_000,
    loopback,
  };
}

function mailInOf({
  MAIL_IN_ADDRESS,
  MAIL_IN_URL,
  MAIL_IN_SECRET,
}: z.infer<typeof Environment>): MailIn | null {
  if (!MAIL_IN_ADDRESS && !MAIL_IN_URL && !MAIL_IN_SECRET) return null;
  if (!MAIL_IN_ADDRESS)
    throw new SettingsRefusal(
      "MAIL_IN_ADDRESS is needed when answers come in: it is where they are sent to.",
    );
  if (!MAIL_IN_URL && !MAIL_IN_SECRET)
    throw new SettingsRefusal(
      "MAIL_IN_ADDRESS needs MAIL_IN_URL or MAIL_IN_SECRET: otherwise answers would be lost.",
    );
  return {
    address: MAIL_IN_ADDRESS,
    url: MAIL_IN_URL ? new Secret(MAIL_IN_URL) : null,
    secret: MAIL_IN_SECRET ? new Secret(MAIL_IN_SECRET) : null,
  };
}
