import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import type { ProjectAccess } from "./project-access.store.ts";
import { addProjectMember } from "./project-members.store.ts";
import { findProject, insertProject, type ProjectRow, takenKeys, updateProject } from "./projects.store.ts";
import { workspaceCurrency } from "./workspace-currency.store.ts";

export interface NewProject {
  name: string;
  key?: string | undefined;
  clientId?: string | null | undefined;
  leadId?: string | null | undefined;
  outcome?: string | undefined;
  startOn?: string | null | undefined;
  dueOn?: string | null | undefined;
  currency?: string | undefined;
}

export async function createProject(scope: Scope, wanted: NewProject): Promise<ProjectRow> {
  const { actor } = scope;
  const id = newId();
  const leadId = wanted.leadId === undefined ? actor.personId : wanted.leadId;
  await insertProject(scope, {
    workspaceId: actor.workspaceId,
    id,
    name: wanted.name,
    key: wanted.key ?? (await freeKey(scope, wanted.name)),
    clientId: wanted.clientId ?? null,
    leadId,
    outcome: wanted.outcome ?? "",
    startOn: wanted.startOn ?? null,
    dueOn: wanted.dueOn ?? null,
    currency: wanted.currency ?? (await workspaceCurrency(scope)),
    clientApproval: wanted.clientId != null,
  });
  if (leadId) await addProjectMember(scope, id, leadId, "lead");
  await record(scope, {
    verb: "project.created",
    subject: { kind: "project", id },
    projectId: id,
    data: { name: wanted.name },
  });
  return project(scope, id);
}

export async function changeProject(
  scope: Scope,
  access: ProjectAccess,
  revision: number,
  change: Partial<ProjectRow>,
): Promise<ProjectRow> {
  const before = await project(scope, access.id);
  if (!(await updateProject(scope, access.id, revision, change))) throw stale(before);
  const fields = Object.keys(change);
  await record(scope, {
    verb: "project.changed",
    subject: { kind: "project", id: access.id },
    projectId: access.id,
    data: { fields },
  });
  return project(scope, access.id);
}

export async function project(scope: Scope, id: string): Promise<ProjectRow> {
  const found = await findProject(scope, id);
  if (!found) throw notFound();
  return found;
}

/** "Rosa Bakery" becomes ROSA, then ROSA2 and so on: short enough to say "ROSA-M3". */
async function freeKey(scope: Scope, name: string): Promise<string> {
  const stem = (
    name
      .normalize("NFKD")
      .toUpperCase()
      .match(/[A-Z0-9]+/)?.[0] ?? "P"
  ).slice(0, 6);
  const taken = new Set(await takenKeys(scope, stem));
  for (let n = 1; ; n++) {
    const key = n === 1 ? stem : `${stem}${n}`;
    if (!taken.has(key)) return key;
  }
}
