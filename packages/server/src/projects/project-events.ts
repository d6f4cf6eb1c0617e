import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";

/** Something happened to a project, or to one of the lists on its head page. */
export async function recordOnProject(
  scope: Scope,
  id: string,
  verb: `project.${string}`,
  data: Record<string, unknown> = {},
): Promise<void> {
  await record(scope, { verb, subject: { kind: "project", id }, projectId: id, data });
}
