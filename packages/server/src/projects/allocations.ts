import { overAllocations } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { invalid, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { member } from "../people/members.ts";
import {
  type AllocationRow,
  deleteAllocation,
  findAllocation,
  insertAllocation,
  listAllocations,
} from "./allocations.store.ts";
import { presentAllocation } from "./allocations.view.ts";
import { visibleProject } from "./project-access.store.ts";
import { listProjects } from "./projects.store.ts";

export interface NewAllocation {
  personId: string;
  projectId: string | null;
  percent: number;
  fromOn?: string | undefined;
  toOn: string | null;
  label: string;
  detail: string;
}

/** What of somebody's time belongs where, as far as this person may see it, and when it is more than all of it. */
export async function allocations(scope: Scope, personId: string) {
  const rows = await listAllocations(scope, personId);
  const seen = new Map(
    (await listProjects(scope, { archived: false })).map((project) => [project.id, project]),
  );
  const parts = rows.map(({ projectId, percent, fromOn, toOn }) => ({
    projectId,
    percent,
    from: fromOn,
    to: toOn,
  }));
  return {
    items: rows.map((row) => presentAllocation(scope, row, seen)),
    over: overAllocations(parts, today(scope)).map(({ from, to, percent }) => ({
      fromOn: from,
      toOn: to,
      percent,
    })),
  };
}

export async function addAllocation(scope: Scope, wanted: NewAllocation): Promise<AllocationRow> {
  const { personId, projectId, percent } = wanted;
  if (projectId !== null) await visibleProject(scope, projectId);
  const row = { ...wanted, id: newId(), fromOn: wanted.fromOn ?? today(scope) };
  if (row.toOn !== null && row.toOn < row.fromOn)
    throw invalid([{ path: "toOn", message: "The last day comes before the first." }]);
  await insertAllocation(scope, { ...row, workspaceId: scope.actor.workspaceId });
  await tell(scope, "allocation.added", { personId, projectId, percent });
  return row;
}

export async function allocation(scope: Scope, id: string): Promise<AllocationRow> {
  const found = await findAllocation(scope, id);
  if (!found) throw notFound();
  await member(scope, found.personId);
  return found;
}

export async function removeAllocation(scope: Scope, row: AllocationRow): Promise<void> {
  await deleteAllocation(scope, row.id);
  await tell(scope, "allocation.removed", row);
}

/** Every plan this person works in counts on it, so it concerns the workspace. */
async function tell(
  scope: Scope,
  verb: `allocation.${string}`,
  { personId, percent }: Pick<AllocationRow, "personId" | "projectId" | "percent">,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "person", id: personId }, data: { percent } });
}

function today({ now, actor }: Scope): string {
  return civilDate(now, actor.zone);
}
