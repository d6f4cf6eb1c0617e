import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing, given } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { placeAfter } from "../kit/position.ts";
import {
  type DeliverableRow,
  findDeliverable,
  insertDeliverable,
  isFileOfProject,
  removeDeliverable,
  updateDeliverable,
} from "./deliverables.store.ts";
import { lockOpen, type MilestoneAccess, visibleMilestone } from "./milestone-access.ts";
import { recordOnMilestone } from "./milestone-events.ts";
import { placesOf } from "./milestone-lists.store.ts";
import type { MilestoneRow } from "./milestones.store.ts";
import { findRemoved } from "./removed-parts.store.ts";

export interface DeliverableAccess extends MilestoneAccess {
  deliverable: DeliverableRow;
}

interface DeliverableWords {
  title?: string | undefined;
  kind?: "file" | "link" | "text" | undefined;
  required?: boolean | undefined;
  after?: string | null | undefined;
}

const NOTHING = { url: null, text: null, fileId: null, deliveredAt: null, deliveredBy: null };
const FIELD = { link: "url", text: "text", file: "fileId" } as const;

/** A deliverable as the record of its removal keeps it. */
const Kept = z.object({
  removed: z.object({
    id: z.string(),
    fileId: z.string().nullable(),
    deliveredBy: z.string().nullable(),
    title: z.string(),
    kind: z.string(),
    url: z.string().nullable(),
    text: z.string().nullable(),
    required: z.boolean(),
    position: z.string(),
    deliveredAt: z.coerce.date().nullable(),
    revision: z.number(),
    createdAt: z.coerce.date(),
  }),
});

/** The deliverable of a milestone that this person may see; 404 for everybody else. */
export async function visibleDeliverable(scope: Scope, id: string): Promise<DeliverableAccess> {
  const deliverable = await findDeliverable(scope, id);
  if (!deliverable) throw notFound();
  return { ...(await visibleMilestone(scope, deliverable.milestoneId)), deliverable };
}

export async function addDeliverable(
  scope: Scope,
  milestone: MilestoneRow,
  wanted: DeliverableWords & { title: string; kind: "file" | "link" | "text" },
): Promise<void> {
  await lockOpen(scope, milestone);
  const id = newId();
  await insertDeliverable(scope, {
    ...NOTHING,
    workspaceId: scope.actor.workspaceId,
    id,
    milestoneId: milestone.id,
    title: wanted.title,
    kind: wanted.kind,
    required: wanted.required ?? true,
    position: placeAfter(await placesOf(scope, "deliverables", milestone.id), id, wanted.after),
  });
  await recordOnMilestone(scope, milestone, "milestone.deliverableAdded", {
    deliverableId: id,
    title: wanted.title,
  });
}

/** Another kind empties it: a link is no file. */
export async function changeDeliverable(
  scope: Scope,
  { milestone, deliverable }: DeliverableAccess,
  revision: number,
  { after, ...words }: DeliverableWords,
): Promise<void> {
  await lockOpen(scope, milestone);
  const change = {
    ...given(words),
    ...(words.kind !== undefined && words.kind !== deliverable.kind ? NOTHING : {}),
    ...(after === undefined
      ? {}
      : { position: placeAfter(await placesOf(scope, "deliverables", milestone.id), deliverable.id, after) }),
  };
  if (asksNothing(change)) return;
  await write(scope, deliverable.id, revision, change);
  await recordOnMilestone(scope, milestone, "milestone.deliverableChanged", {
    deliverableId: deliverable.id,
    fields: Object.keys(words),
  });
}

/** Hands in what the deliverable asks for, or takes it back with null. */
export async function deliver(
  scope: Scope,
  { milestone, deliverable }: DeliverableAccess,
  revision: number,
  content: { url?: string | null; text?: string | null; fileId?: string | null },
): Promise<void> {
  const field = FIELD[deliverable.kind as keyof typeof FIELD];
  const value = content[field];
  if (value === undefined)
    throw refused("deliverable-kind", `This deliverable takes a ${deliverable.kind}.`, {
      kind: deliverable.kind,
    });
  if (field === "fileId" && value !== null && !(await isFileOfProject(scope, milestone.projectId, value)))
    throw notFound("There is no such file in this project.");
  await lockOpen(scope, milestone);
  const given =
    value === null ? NOTHING : { [field]: value, deliveredAt: scope.now, deliveredBy: scope.actor.personId };
  await write(scope, deliverable.id, revision, given);
  await recordOnMilestone(
    scope,
    milestone,
    value === null ? "milestone.deliveryTakenBack" : "milestone.delivered",
    {
      deliverableId: deliverable.id,
    },
  );
}

export async function dropDeliverable(
  scope: Scope,
  { milestone, deliverable }: DeliverableAccess,
): Promise<void> {
  await lockOpen(scope, milestone);
  await removeDeliverable(scope, deliverable.id);
  const { workspaceId: _workspace, milestoneId: _milestone, ...removed } = deliverable;
  await recordOnMilestone(scope, milestone, "milestone.deliverableRemoved", {
    deliverableId: deliverable.id,
    removed,
  });
}

/** A removed deliverable comes back as it was, with what was handed in; a file that is gone since stays gone. */
export async function restoreDeliverable(scope: Scope, milestone: MilestoneRow, id: string): Promise<void> {
  await lockOpen(scope, milestone);
  if (await findDeliverable(scope, id)) return;
  const removed = await findRemoved(scope, milestone.id, "milestone.deliverableRemoved", Kept, id);
  if (!removed) throw notFound();
  const { fileId } = removed;
  const lost = fileId !== null && !(await isFileOfProject(scope, milestone.projectId, fileId));
  const place = { workspaceId: scope.actor.workspaceId, milestoneId: milestone.id };
  await insertDeliverable(scope, { ...removed, ...(lost ? NOTHING : {}), ...place });
  await recordOnMilestone(scope, milestone, "milestone.deliverableRestored", { deliverableId: id });
}

async function write(
  scope: Scope,
  id: string,
  revision: number,
  change: Parameters<typeof updateDeliverable>[3],
): Promise<void> {
  if (!(await updateDeliverable(scope, id, revision, change))) throw stale(await findDeliverable(scope, id));
}
