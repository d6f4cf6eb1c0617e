import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";

/** Something happened to a milestone, or to one of the lists that belong to it. */
export async function recordOnMilestone(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  verb: `milestone.${string}`,
  data: Record<string, unknown> = {},
): Promise<string> {
  return record(scope, { verb, subject: { kind: "milestone", id }, projectId, data });
}
