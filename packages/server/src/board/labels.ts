import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { spotIn } from "../kit/position.ts";
import {
  deleteLabel,
  findLabel,
  insertLabel,
  type LabelRow,
  listLabels,
  updateLabel,
} from "./labels.store.ts";

const MANY = 200;

export async function createLabel(
  scope: Scope,
  projectId: string,
  wanted: { name: string; color: string },
): Promise<LabelRow> {
  const labels = await listLabels(scope, projectId);
  if (labels.length >= MANY) throw refused("too-many-labels", `A project has at most ${MANY} labels.`);
  const label = { ...wanted, id: newId(), projectId, position: spotIn(labels, {}) };
  await insertLabel(scope, label);
  await record(scope, {
    verb: "label.created",
    subject: { kind: "label", id: label.id },
    projectId,
    data: { ...wanted },
  });
  return { ...label, revision: 1 };
}

export async function changeLabel(
  scope: Scope,
  label: LabelRow,
  revision: number,
  change: { name?: string | undefined; color?: string | undefined },
): Promise<LabelRow> {
  if (asksNothing(change)) return label;
  const { id, projectId, name, color } = label;
  if (!(await updateLabel(scope, id, revision, change))) throw stale(await findLabel(scope, id));
  await record(scope, {
    verb: "label.changed",
    subject: { kind: "label", id },
    projectId,
    data: { before: { name, color }, after: change },
  });
  return (await findLabel(scope, id)) ?? label;
}

/** It goes from all cards too. */
export async function removeLabel(scope: Scope, { id, projectId, name, color }: LabelRow): Promise<void> {
  await deleteLabel(scope, id);
  await record(scope, {
    verb: "label.deleted",
    subject: { kind: "label", id },
    projectId,
    data: { name, color },
  });
}
