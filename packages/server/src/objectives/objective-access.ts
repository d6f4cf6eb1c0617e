import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { findObjective, type ObjectiveRow } from "./objectives.store.ts";

export interface ObjectiveAccess {
  project: ProjectAccess;
  objective: ObjectiveRow;
}

/** The objective as far as this person may see it and its project; 404 for everybody else. */
export async function visibleObjective(scope: Scope, id: string): Promise<ObjectiveAccess> {
  const objective = await findObjective(scope, id);
  if (!objective) throw notFound();
  return { ...(await visibleProject(scope, objective.projectId)), objective };
}
