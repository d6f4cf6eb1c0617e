import type { Scope } from "../access/scope.ts";
import type { ProjectRow } from "../projects/projects.store.ts";
import { createProject, type NewProject } from "../projects/projects.ts";
import { createColumn } from "./columns.ts";

const FIRST_COLUMNS = [
  { name: "To do", category: "todo" },
  { name: "Doing", category: "doing" },
  { name: "Done", category: "done" },
] as const;

/** A new project can be worked on at once: its board has the three columns that everybody knows. */
export async function startProject(scope: Scope, wanted: NewProject): Promise<ProjectRow> {
  const project = await createProject(scope, wanted);
  for (const column of FIRST_COLUMNS) await createColumn(scope, project.id, column);
  return project;
}
