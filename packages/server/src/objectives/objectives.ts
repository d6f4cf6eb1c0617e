import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { placeAfter } from "../kit/position.ts";
import { moveToTrash } from "../projects/trash.ts";
import { keepReading, takeOverLatestReading } from "./objective-readings.store.ts";
import {
  findObjective,
  insertObjective,
  type ObjectiveRow,
  placeObjective,
  takenPlaces,
  updateObjective,
} from "./objectives.store.ts";

export interface ObjectiveWords {
  statement: string;
  ourReason: string;
  clientReason: string;
  measure: string;
  unit: string;
  baseline: number | null;
  target: number | null;
  current: number | null;
  targetOn: string | null;
}

export async function createObjective(
  scope: Scope,
  projectId: string,
  { statement, ...words }: Some<ObjectiveWords> & { statement: string },
): Promise<ObjectiveRow> {
  const id = newId();
  await insertObjective(scope, {
    workspaceId: scope.actor.workspaceId,
    id,
    projectId,
    statement,
    ourReason: words.ourReason ?? "",
    clientReason: words.clientReason ?? "",
    measure: words.measure ?? "",
    unit: words.unit ?? "",
    baseline: words.baseline ?? null,
    target: words.target ?? null,
    current: words.current ?? words.baseline ?? null,
    targetOn: words.targetOn ?? null,
    position: placeAfter(await takenPlaces(scope, projectId), id, undefined),
  });
  await record(scope, {
    verb: "objective.created",
    subject: { kind: "objective", id },
    projectId,
    data: { statement },
  });
  return objective(scope, id);
}

export async function changeObjective(
  scope: Scope,
  before: ObjectiveRow,
  revision: number,
  wanted: Some<ObjectiveWords>,
): Promise<ObjectiveRow> {
  const { id, projectId } = before;
  const change = given(wanted);
  if (asksNothing(change)) return before;
  if (!(await updateObjective(scope, id, revision, change))) throw stale(await objective(scope, id));
  await record(scope, {
    verb: "objective.changed",
    subject: { kind: "objective", id },
    projectId,
    data: { fields: Object.keys(change) },
  });
  return objective(scope, id);
}

export async function trashObjective(
  scope: Scope,
  { id, projectId, statement }: ObjectiveRow,
): Promise<void> {
  await moveToTrash(scope, { kind: "objective", id, projectId, title: statement });
}

/** Writes down where the measure stood on a day; `current` follows the latest one. */
export async function addReading(
  scope: Scope,
  { id, projectId }: ObjectiveRow,
  reading: { onDate: string; value: number; reviewId?: string },
): Promise<ObjectiveRow> {
  await keepReading(scope, id, reading);
  await takeOverLatestReading(scope, id);
  await record(scope, {
    verb: "objective.measured",
    subject: { kind: "objective", id },
    projectId,
    data: { ...reading },
  });
  return objective(scope, id);
}

/** Puts an objective behind another one of its project, or first. */
export async function orderObjective(
  scope: Scope,
  moved: ObjectiveRow,
  after: string | null,
): Promise<ObjectiveRow> {
  const position = placeAfter(await takenPlaces(scope, moved.projectId), moved.id, after);
  await placeObjective(scope, moved.id, position);
  await record(scope, {
    verb: "objective.ordered",
    subject: { kind: "objective", id: moved.id },
    projectId: moved.projectId,
    data: { after },
  });
  return objective(scope, moved.id);
}

async function objective(scope: Scope, id: string): Promise<ObjectiveRow> {
  const found = await findObjective(scope, id);
  if (!found) throw notFound();
  return found;
}
