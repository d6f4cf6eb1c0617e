import type { Scope } from "../access/scope.ts";
import { invalid } from "../kit/errors.ts";
import { groupsAmong, notMentionable } from "./mentionable.store.ts";
import type { Audience, SubjectAccess } from "./subject.ts";

/** Everybody whom a text names, once, a group by who of it may read this now; refused where one of them may not read it. */
export async function peopleNamed(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
  wanted: readonly string[] = [],
): Promise<string[]> {
  const { groups, people } = await groupsAmong(scope, access, audience, wanted);
  const named = [...new Set(wanted)].filter((id) => !groups.has(id));
  if ((await notMentionable(scope, access, audience, named)).length > 0)
    throw invalid([{ path: "mentions", message: "Somebody named here does not see this talk." }]);
  const together = people.filter((id) => id !== scope.actor.personId);
  return [...new Set([...named, ...together])];
}
