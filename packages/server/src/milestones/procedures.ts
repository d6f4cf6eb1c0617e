import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import {
  findProcedure,
  insertProcedure,
  type ProcedureRow,
  removeProcedure,
  updateProcedure,
} from "./procedures.store.ts";

export async function procedure(scope: Scope, id: string): Promise<ProcedureRow> {
  const found = await findProcedure(scope, id);
  if (!found) throw notFound();
  return found;
}

export async function createProcedure(
  scope: Scope,
  { name, steps }: { name: string; steps: string[] },
): Promise<ProcedureRow> {
  const { workspaceId } = scope.actor;
  const id = newId();
  await insertProcedure(scope, { workspaceId, id, name, steps: JSON.stringify(steps) });
  await told(scope, "workspace.procedureAdded", id, name);
  return procedure(scope, id);
}

/** Checklists that were copied from it before stay as they are. */
export async function changeProcedure(
  scope: Scope,
  id: string,
  revision: number,
  { name, steps }: { name?: string | undefined; steps?: string[] | undefined },
): Promise<ProcedureRow> {
  const change = { ...(name ? { name } : {}), ...(steps ? { steps: JSON.stringify(steps) } : {}) };
  if (asksNothing(change)) return procedure(scope, id);
  if (!(await updateProcedure(scope, id, revision, change))) throw stale(await procedure(scope, id));
  const changed = await procedure(scope, id);
  await told(scope, "workspace.procedureChanged", id, changed.name);
  return changed;
}

export async function dropProcedure(scope: Scope, { id, name }: ProcedureRow): Promise<void> {
  await removeProcedure(scope, id);
  await told(scope, "workspace.procedureRemoved", id, name);
}

function told(scope: Scope, verb: `workspace.${string}`, procedureId: string, name: string): Promise<string> {
  return record(scope, {
    verb,
    subject: { kind: "workspace", id: scope.actor.workspaceId },
    data: { procedureId, name },
  });
}
