import type { Clock } from "./clock.ts";
import type { Secret } from "./secret.ts";

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the whole process shares; made once in main.ts (or by testing/server.ts). */
export interface Kit {
  clock: Clock;
  log: Log;
  baseUrl: string;
  dataDir: string;
  /** Key from which link tokens are derived. */
  linkKey: Secret;
  /** True while writing must be refused (disk nearly full); says why. */
  readOnlyReason(): string | null;
}
