import { Temporal } from "temporal-polyfill";
import type { Tx } from "../db/database.ts";
import { civilDate } from "../kit/clock.ts";
import { type ClientOfProject, contactForUpdate, optionalLeavings } from "./client-budget.store.ts";
import { MAIL_KINDS, optionalOf } from "./letters.ts";

const MORNING = "08:00";

/**
 * When a mail that needs nobody's answer and is ready by `from` may leave for this person of a client: one a day and
 * project, further ones on the next free day at eight in the workspace's zone. Members have no such limit.
 */
export async function clientBudget(tx: Tx, client: ClientOfProject, from: Date): Promise<Date> {
  const found = await contactForUpdate(tx, client);
  if (!found) return from;
  const kinds = MAIL_KINDS.filter((kind) => optionalOf(kind) !== null);
  const taken = new Set(
    (await optionalLeavings(tx, client, kinds)).map((leaving) => civilDate(leaving, found.zone)),
  );
  let day = Temporal.PlainDate.from(civilDate(from, found.zone));
  if (!taken.has(day.toString())) return from;
  while (taken.has(day.toString())) day = day.add({ days: 1 });
  const morning = day.toZonedDateTime({ timeZone: found.zone, plainTime: MORNING });
  return new Date(morning.epochMilliseconds);
}
