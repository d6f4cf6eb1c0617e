import type { Scope } from "../access/scope.ts";
import { invalid } from "../kit/errors.ts";
import { notMentionable } from "./mentionable.store.ts";
import type { Audience, SubjectAccess } from "./subject.ts";

/** Everybody whom a text names, once; refused where one of them may not read it. */
export async function peopleNamed(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
  wanted: readonly string[] = [],
): Promise<string[]> {
  const named = [...new Set(wanted)];
  if ((await notMentionable(scope, access, audience, named)).length > 0)
    throw invalid([{ path: "mentions", message: "Somebody named here does not see this talk." }]);
  return named;
}
