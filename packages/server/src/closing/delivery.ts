import type { z } from "zod";
import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { readApprovalRows } from "../events/approval-rows.store.ts";
import { nameHash } from "../events/covers.ts";
import { record } from "../events/events.ts";
import { deliveryHash } from "../evidence/check-delivery.ts";
import type { Core } from "../evidence/delivery-entries.ts";
import { evidenceOf } from "../evidence/evidence.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import {
  approvedIds,
  confirmedQuotes,
  type DeliveryRow,
  deliveredProject,
  findDelivery,
  insertDelivery,
  namesNow,
} from "./delivery.store.ts";
import type { DeliveryRecord } from "./delivery.view.ts";
import { saltOf } from "./delivery-text.ts";
import { readRetrospective } from "./retrospective.ts";
import type { FactsView } from "./retrospective.view.ts";

export interface DeliveryAccess extends PolicyObject {
  project: ProjectAccess;
  delivery: DeliveryRow;
}

export async function visibleDelivery(scope: Scope, id: string): Promise<DeliveryAccess> {
  const delivery = await findDelivery(scope, id);
  if (!delivery) throw notFound();
  return { ...(await visibleProject(scope, delivery.projectId)), delivery };
}

export function presentDelivery({
  id,
  createdAt,
  by,
  namesHidden,
  hash,
}: DeliveryRow): z.infer<typeof DeliveryRecord> {
  return { id, madeAt: createdAt.toISOString(), by, namesHidden, hash };
}

/** What was promised and kept, frozen; the chain of the project seals it within a second. */
export async function makeDelivery(
  scope: Scope,
  project: ProjectAccess,
  namesHidden: boolean,
): Promise<z.infer<typeof DeliveryRecord>> {
  if (project.state !== "completed")
    throw refused("not-completed", "The delivery record is made when the project is completed.");
  const id = newId();
  const core = await coreOf(scope, project, id);
  const hash = deliveryHash(core);
  await insertDelivery(scope, { id, projectId: project.id, record: canonicalJson(core), hash, namesHidden });
  await record(scope, {
    verb: "project.delivered",
    subject: { kind: "project", id: project.id },
    projectId: project.id,
    data: { hash },
  });
  const made = await findDelivery(scope, id);
  if (!made) throw notFound();
  return presentDelivery(made);
}

async function coreOf(scope: Scope, project: ProjectAccess, id: string): Promise<Core[]> {
  const { tx, actor, kit, now } = scope;
  const { workspaceId } = actor;
  const { facts } = await readRetrospective(scope, project);
  const signed = await signOffsOf(scope, project.id);
  const quotes = await confirmedQuotes(scope, project.id);
  const { startOn, completedOn, clientId } = await deliveredProject(scope, project.id);
  const people = [...signed.flatMap(({ by }) => by), ...quotes.flatMap((quote) => spokenBy(quote) ?? [])];
  const ids = [workspaceId, project.id, ...(clientId ? [clientId] : []), ...people];
  const names = await namesNow(tx, workspaceId, ids);
  const named = (of: string) => ({ id: of, nameHash: nameHash(saltOf(kit, id, of), names.get(of) ?? "") });
  return [
    {
      ...{ record: "delivery" as const, id, workspaceId, projectId: project.id, madeAt: now.toISOString() },
      ...{ house: named(workspaceId), project: named(project.id), client: clientId ? named(clientId) : null },
      ...{ startedOn: startOn, completedOn, plan: facts.baseline },
      ...figuresOf(facts),
    },
    ...milestonesOf(facts),
    ...signed.map(({ by, ...rest }, at) => ({ record: `sign-off ${at + 1}`, ...rest, by: by.map(named) })),
    ...quotes.map((quote, at) => quoteEntry(quote, at, named)),
  ];
}

type ConfirmedQuote = Awaited<ReturnType<typeof confirmedQuotes>>[number];

/** Whoever asked to be left out stands in no line of the record. */
function spokenBy({ personId, nameHidden }: ConfirmedQuote): string | null {
  return nameHidden ? null : personId;
}

function quoteEntry(
  quote: ConfirmedQuote,
  at: number,
  named: (of: string) => { id: string; nameHash: string },
): Core {
  const { id, confirmedWords: words, confirmedAt } = quote;
  const by = spokenBy(quote);
  return {
    ...{ record: `quote ${at + 1}`, id, words, confirmedAt: confirmedAt.toISOString() },
    by: by === null ? null : named(by),
  };
}

function figuresOf({ milestones, medianSlipDays, safe, likely }: FactsView) {
  const count = (wanted: string) => milestones.filter(({ state }) => state === wanted).length;
  return { reached: count("accepted"), dropped: count("dropped"), medianSlipDays, safe, likely };
}

function milestonesOf({ milestones }: FactsView): Core[] {
  const over = milestones.flatMap(({ state, ref: _ref, ...rest }) =>
    state === "accepted" || state === "dropped" ? [{ ...rest, state }] : [],
  );
  return over.map((one, at) => ({ record: `milestone ${at + 1}`, ...one }));
}

async function signOffsOf(scope: Scope, projectId: string) {
  const { tx: db, actor } = scope;
  const ids = await approvedIds(scope, projectId);
  const rows = await readApprovalRows({ db, schema: "milepost", workspaceId: actor.workspaceId }, ids);
  return ids.flatMap((approvalId) => {
    const { request, snapshot, decisions, withdrawals } = evidenceOf(rows.get(approvalId) ?? []);
    const { number, round, title, kind, outcome, outcomeAt } = request.facts;
    if (outcome === null || outcomeAt === null) return [];
    const takenBack = new Set(withdrawals.map(({ decisionId }) => decisionId));
    const by = decisions.flatMap(({ facts }) =>
      facts.verdict === outcome && !takenBack.has(facts.id) ? [facts.personId] : [],
    );
    return [
      {
        approvalId,
        facts: { number, round, title, kind, outcome, outcomeAt },
        snapshotHash: snapshot.hash,
        by: [...new Set(by)],
      },
    ];
  });
}
