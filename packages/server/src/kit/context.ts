import type { Clock } from "./clock.ts";
import type { Secret } from "./secret.ts";

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
}

/** What the whole process shares; made once in main.ts (or by testing/server.ts). */
export interface Kit {
  clock: Clock;
  log: Log;
  baseUrl: string;
  dataDir: string;
  /** Key from which link tokens are derived. */
  linkKey: Secret;
  /** Key of better-auth: signs its cookies, encrypts second factors. */
  authSecret: Secret;
  /** Whether mails leave, in whose name, and where answers come in; without a mail server they wait in the outbox. */
  mail: { configured: boolean; from: string; answersTo: string | null };
  /** For so long a publication can be taken back before clients read it. */
  publishHoldMs: number;
  /** Tests hand in a cheaper hash than better-auth's scrypt. */
  passwordHash?: PasswordHash;
  /** True while writing must be refused (disk nearly full); says why. */
  readOnlyReason(): string | null;
}
