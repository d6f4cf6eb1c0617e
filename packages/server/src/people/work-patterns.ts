import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { invalid, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { member } from "./members.ts";
import {
  deleteWorkPattern,
  insertWorkPattern,
  listWorkPatterns,
  type WorkPattern,
} from "./work-patterns.store.ts";

/** A week that holds from a date on, for a time or until further notice; of two the one that begins later wins. */
export async function addWorkPattern(scope: Scope, wanted: Omit<WorkPattern, "id">): Promise<WorkPattern> {
  if (wanted.toOn !== null && wanted.toOn < wanted.fromOn)
    throw invalid([{ path: "toOn", message: "The last day comes before the first." }]);
  const pattern = { ...wanted, id: newId() };
  await insertWorkPattern(scope, pattern);
  await tell(scope, pattern);
  return pattern;
}

export async function workPattern(scope: Scope, id: string): Promise<WorkPattern> {
  const [found] = await listWorkPatterns(scope, { id });
  if (!found) throw notFound();
  await member(scope, found.personId);
  return found;
}

export async function removeWorkPattern(scope: Scope, pattern: WorkPattern): Promise<void> {
  await deleteWorkPattern(scope, pattern.id);
  await tell(scope, pattern);
}

async function tell(scope: Scope, { personId, fromOn, toOn }: WorkPattern): Promise<void> {
  const subject = { kind: "person" as const, id: personId };
  await record(scope, { verb: "availability.changed", subject, data: { fromOn, toOn } });
}
