import type { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { client } from "../clients/clients.ts";
import { conflict, invalid, notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing, given } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { findWorkspace } from "../people/workspaces.store.ts";
import { type AcceptanceWindowView, windowColumns } from "./acceptance-window.view.ts";
import type { ProjectAccess } from "./project-access.store.ts";
import { removeContactRoles } from "./project-contacts.ts";
import { recordOnProject } from "./project-events.ts";
import { addProjectMember } from "./project-members.store.ts";
import { handOver, refuseForeignLead } from "./project-members.ts";
import { refuseStep } from "./project-steps.ts";
import {
  findProject,
  insertProject,
  type ProjectRow,
  takenKeys,
  updateProject,
  wasPublished,
} from "./projects.store.ts";
import { type ProjectState, presentProject, type SecurityLevel } from "./projects.view.ts";
import { setCadence } from "./review-series.ts";

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

export interface ProjectChange extends Omit<NewProject, "key" | "currency" | "name"> {
  name?: string | undefined;
  scopeIn?: string | undefined;
  scopeOut?: string | undefined;
  state?: z.infer<typeof ProjectState> | undefined;
  clientApproval?: boolean | undefined;
  reviewCadence?: string | null | undefined;
  securityLevel?: z.infer<typeof SecurityLevel> | null | undefined;
  showsForecast?: boolean | undefined;
  showsCriteria?: boolean | undefined;
  observersComment?: boolean | undefined;
  acceptance?: AcceptanceWindowView | null | undefined;
}

export async function createProject(scope: Scope, wanted: NewProject): Promise<ProjectRow> {
  const { actor } = scope;
  const id = newId();
  const leadId = wanted.leadId === undefined ? actor.personId : wanted.leadId;
  refuseBackwards(wanted.startOn ?? null, wanted.dueOn ?? null);
  await refuseForeignLead(scope, leadId);
  if (wanted.clientId) await client(scope, wanted.clientId);
  const row = {
    workspaceId: actor.workspaceId,
    id,
    name: wanted.name,
    clientId: wanted.clientId ?? null,
    leadId,
    outcome: wanted.outcome ?? "",
    startOn: wanted.startOn ?? null,
    dueOn: wanted.dueOn ?? null,
    currency: wanted.currency ?? (await findWorkspace(scope)).currency,
    clientApproval: wanted.clientId != null,
  };
  // Whoever takes the same key at the same time is seen at the next look.
  while (!(await insertProject(scope, { ...row, key: await ownKey(scope, wanted) })));
  if (leadId) await addProjectMember(scope, id, leadId, "lead");
  await recordOnProject(scope, id, "project.created", { name: wanted.name });
  return project(scope, id);
}

export async function changeProject(
  scope: Scope,
  access: ProjectAccess,
  revision: number,
  wanted: ProjectChange,
): Promise<ProjectRow> {
  const before = await project(scope, access.id);
  if (asksNothing(wanted)) return before;
  if (wanted.startOn !== undefined || wanted.dueOn !== undefined) {
    const { startOn, dueOn } = { ...before, ...given(wanted) };
    refuseBackwards(startOn, dueOn);
  }
  await refuseForeignLead(scope, wanted.leadId);
  if (wanted.clientId) await client(scope, wanted.clientId);
  if (wanted.clientId !== undefined && wanted.clientId !== before.clientId)
    await refuseReaders(scope, access.id);
  if (wanted.state && wanted.state !== before.state) await refuseStep(scope, before, wanted.state);
  const { acceptance, reviewCadence, ...plain } = wanted;
  const change = { ...given(plain), ...(acceptance === undefined ? {} : windowColumns(acceptance)) };
  if (!(await updateProject(scope, access.id, revision, change)))
    throw stale(presentProject(await project(scope, access.id)));
  if (reviewCadence !== undefined) await setCadence(scope, access.id, reviewCadence);
  if (wanted.leadId !== undefined && wanted.leadId !== before.leadId)
    await handOver(scope, access.id, wanted.leadId);
  if (wanted.clientId !== undefined && wanted.clientId !== before.clientId)
    await removeContactRoles(scope, access.id);
  const state =
    wanted.state && wanted.state !== before.state ? { state: { from: before.state, to: wanted.state } } : {};
  const fields = Object.keys(given({ ...change, reviewCadence }));
  await recordOnProject(scope, access.id, "project.changed", { fields, ...state });
  return project(scope, access.id);
}

export async function project(scope: Scope, id: string): Promise<ProjectRow> {
  const found = await findProject(scope, id);
  if (!found) throw notFound();
  return found;
}

/** What one company has read and said must never stand before another. */
async function refuseReaders(scope: Scope, id: string): Promise<void> {
  if (await wasPublished(scope, id))
    throw refused(
      "client-was-told",
      "The client of this project reads its plan already. Start a project of its own for another client.",
    );
}

function refuseBackwards(startOn: string | null, dueOn: string | null): void {
  if (startOn !== null && dueOn !== null && startOn > dueOn)
    throw invalid([{ path: "dueOn", message: "The project is due before it starts." }]);
}

async function ownKey(scope: Scope, { key, name }: NewProject): Promise<string> {
  if (!key) return freeKey(scope, name);
  if ((await takenKeys(scope, key)).includes(key))
    throw conflict("key-taken", `Another project has the key ${key}.`);
  return key;
}

/** "Rosa Bakery" becomes ROSA, then ROSA2 and so on: short enough to say "ROSA-M3". A key begins with a letter. */
async function freeKey(scope: Scope, name: string): Promise<string> {
  const stem = (
    name
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .toUpperCase()
      .match(/\b[A-Z][A-Z0-9]*/)?.[0] ?? "P"
  ).slice(0, 6);
  const taken = new Set(await takenKeys(scope, stem));
  for (let n = 1; ; n++) {
    const key = n === 1 ? stem : `${stem}${n}`;
    if (!taken.has(key)) return key;
  }
}
