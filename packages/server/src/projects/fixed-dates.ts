import type { Scope } from "../access/scope.ts";
import { notFound, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import {
  deleteFixedDate,
  type FixedDateRow,
  findFixedDate,
  insertFixedDate,
  updateFixedDate,
} from "./fixed-dates.store.ts";
import { recordOnProject } from "./project-events.ts";

export interface FixedDateWish {
  title: string;
  onDate: string;
}

export async function fixedDate(scope: Scope, id: string): Promise<FixedDateRow> {
  const found = await findFixedDate(scope, id);
  if (!found) throw notFound();
  return found;
}

export async function addFixedDate(
  scope: Scope,
  projectId: string,
  wanted: FixedDateWish,
): Promise<FixedDateRow> {
  const id = newId();
  await insertFixedDate(scope, { ...wanted, id, projectId, workspaceId: scope.actor.workspaceId });
  await recordOnProject(scope, projectId, "project.fixedDateAdded", {
    fixedDateId: id,
    onDate: wanted.onDate,
  });
  return fixedDate(scope, id);
}

export async function changeFixedDate(
  scope: Scope,
  before: FixedDateRow,
  revision: number,
  wanted: Some<FixedDateWish>,
): Promise<FixedDateRow> {
  const { id, projectId, onDate } = before;
  const change = given(wanted);
  if (asksNothing(change)) return before;
  if (!(await updateFixedDate(scope, id, revision, change))) {
    const current = await fixedDate(scope, id);
    throw stale({ id, projectId, title: current.title, onDate: current.onDate, revision: current.revision });
  }
  await recordOnProject(scope, projectId, "project.fixedDateChanged", {
    fixedDateId: id,
    onDate: { from: onDate, to: wanted.onDate ?? onDate },
  });
  return fixedDate(scope, id);
}

export async function removeFixedDate(scope: Scope, { id, projectId, onDate }: FixedDateRow): Promise<void> {
  await deleteFixedDate(scope, id);
  await recordOnProject(scope, projectId, "project.fixedDateRemoved", { fixedDateId: id, onDate });
}
