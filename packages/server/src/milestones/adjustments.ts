import type { Scope } from "../access/scope.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { newId } from "../kit/id.ts";
import {
  type AdjustmentRow,
  hasPromises,
  insertAdjustment,
  markUndone,
  openAdjustments,
  promisedAmong,
  rewriteAfter,
} from "./adjustments.store.ts";
import type { AdjustedField, Why } from "./adjustments.view.ts";

export interface Adjusted {
  milestoneId: string;
  projectId: string;
  field: AdjustedField;
  /** The parts that are other ones, each with its value: people by id, no names. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** The event that tells of the change; undoing it undoes this. */
  eventId: string;
}

/** Who searches for words within these minutes has changed them once. */
const ONE_CHANGE_MS = 10 * 60_000;

/** Remembers what was changed of milestones that somebody relies on; what nobody was promised is simply edited. */
export async function noteAdjustments(
  scope: Scope,
  adjusted: readonly Adjusted[],
  whyOf: (one: Adjusted) => Why,
): Promise<void> {
  const promised = await promisedAmong(
    scope,
    adjusted.map(({ milestoneId }) => milestoneId),
  );
  for (const one of adjusted) if (promised.has(one.milestoneId)) await noteOne(scope, one, whyOf(one));
}

/** A milestone that comes into a plan which somebody relies on, or comes back. */
export async function noteAddition(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  eventId: string,
  why: Why = {},
): Promise<void> {
  if (!(await hasPromises(scope, projectId))) return;
  await noteOne(scope, { milestoneId: id, projectId, ...ADDED, eventId }, why);
}

const ADDED = { field: "scope", before: { inPlan: false }, after: { inPlan: true } } as const;
const TAKEN_OUT = { field: "scope", before: { inPlan: true }, after: { inPlan: false } } as const;

/** A milestone that leaves the plan; what had only just come and nobody had read of has never been in it. */
export async function noteRemoval(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  eventId: string,
  why: Why = {},
): Promise<void> {
  const removal = { milestoneId: id, projectId, ...TAKEN_OUT, eventId };
  const added = (await openAdjustments(scope, id, "scope")).find((open) => undoes(removal, open));
  if (added) await markUndone(scope, added.id, eventId);
  else await noteAdjustments(scope, [removal], () => why);
}

async function noteOne(scope: Scope, one: Adjusted, why: Why): Promise<void> {
  const { milestoneId, projectId, field, eventId } = one;
  const given = why.reasonCode !== undefined || Boolean(why.reason);
  const open = (await openAdjustments(scope, milestoneId, field)).find((row) => follows(one, row));
  if (open && !given) {
    if (undoes(one, open)) return markUndone(scope, open.id, eventId);
    if (isStillTheSame(scope, open)) return rewriteAfter(scope, open.id, canonicalJson(one.after));
  }
  await insertAdjustment(scope, {
    workspaceId: scope.actor.workspaceId,
    id: newId(),
    projectId,
    milestoneId,
    personId: scope.actor.personId,
    reviewId: why.reviewId ?? null,
    eventId,
    publicationId: null,
    field,
    before: canonicalJson(one.before),
    after: canonicalJson(one.after),
    reasonCode: why.reasonCode ?? null,
    reason: why.reason ?? "",
    undoneAt: null,
    createdAt: scope.now,
  });
}

/** It goes on where that one ended. */
function follows(one: Adjusted, open: AdjustmentRow): boolean {
  return same(open.after, one.before);
}

function undoes(one: Adjusted, open: AdjustmentRow): boolean {
  return follows(one, open) && same(open.before, one.after);
}

/** Dates are moved on purpose, each time; each move can be undone by itself. */
function isStillTheSame({ actor, now }: Scope, open: AdjustmentRow): boolean {
  return (
    open.field !== "date" &&
    open.personId === actor.personId &&
    open.reasonCode === null &&
    open.reason === "" &&
    now.getTime() - open.createdAt.getTime() < ONE_CHANGE_MS
  );
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
