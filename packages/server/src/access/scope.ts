import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import type { Actor } from "./roles.ts";

/** One signed-in request inside its one transaction; every loader, verb and view works through it. */
export interface Scope {
  tx: Tx;
  actor: Actor;
  kit: Kit;
  now: Date;
  requestId: string;
  /** The switch or the button that has it done: every event of it says so. */
  through?: { bySwitch: string } | { byButton: string };
}
