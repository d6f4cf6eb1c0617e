import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { stale } from "../kit/errors.ts";
import { asksNothing, given } from "../kit/given.ts";
import { takeUpPlace } from "./holidays.ts";
import { findOwnPerson, updateOwnPerson } from "./me.store.ts";

export interface ProfileChange {
  name?: string | undefined;
  language?: string | undefined;
  zone?: string | undefined;
  country?: string | null | undefined;
  region?: string | null | undefined;
}

export async function changeProfile(scope: Scope, revision: number, wanted: ProfileChange): Promise<void> {
  if (asksNothing(wanted)) return;
  const before = await findOwnPerson(scope);
  const { name, language, zone, country, region, revision: current } = before;
  const change = { ...given(wanted), ...(await takeUpPlace(scope, before, wanted)) };
  if (!(await updateOwnPerson(scope, revision, change)))
    throw stale({ name, language, zone, country, region, revision: current });
  const { personId } = scope.actor;
  await record(scope, {
    verb: "person.changed",
    subject: { kind: "person", id: personId },
    data: { fields: Object.keys(change) },
  });
}
