import { isOpenMilestone } from "@milepost/planning";
import { can, isManager } from "../access/policy.ts";
import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { conflict, invalid, notFound, refused, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import {
  type ActionRow,
  findAction,
  findRetrospective,
  insertAction,
  insertRetrospective,
  listActions,
  type Prompts,
  type RetrospectiveRow,
  removeAction,
  updateRetrospective,
  worksOn,
} from "./retrospective.store.ts";
import {
  type FactsView,
  Prompts as PromptsShape,
  RetrospectiveFacts,
  type RetrospectiveView,
} from "./retrospective.view.ts";
import { readFacts } from "./retrospective-facts.ts";

const NOTHING: Prompts = { keep: "", change: "", thank: "", outcome: "" };

/** Computed until it is held; from then on what was frozen. */
export async function readRetrospective(scope: Scope, project: ProjectAccess): Promise<RetrospectiveView> {
  const row = await findRetrospective(scope, project.id);
  const facts = row?.snapshot ? frozenFacts(row.snapshot) : await readFacts(scope, project);
  const { keep, change, thank, outcome } = row ?? NOTHING;
  const isHeld = row?.heldAt != null;
  return {
    projectId: project.id,
    projectState: project.state,
    openMilestones: facts.milestones.filter(isOpenMilestone).length,
    facts: { ...facts, estimates: estimatesFor(scope, project, facts) },
    prompts: { keep, change, thank, outcome },
    actions: (await listActions(scope, project.id)).map(presentAction),
    heldAt: row?.heldAt?.toISOString() ?? null,
    heldBy: row?.heldByName ?? null,
    hash: row?.hash ?? null,
    may: {
      write: !isHeld && can(scope.actor, "plan.work", { project }),
      hold: !isHeld && can(scope.actor, "plan.edit", { project }),
    },
    revision: row?.revision ?? 0,
  };
}

function frozenFacts(snapshot: string): FactsView {
  return RetrospectiveFacts.parse(JSON.parse(snapshot).facts);
}

/** How somebody estimates is between them and those who lead. */
function estimatesFor({ actor }: Scope, project: ProjectAccess, { estimates }: FactsView) {
  return isManager(actor, { project })
    ? estimates
    : estimates.filter(({ personId }) => personId === actor.personId);
}

function presentAction({ id, title, ownerId, ownerName, dueOn, carriedKey, carriedName }: ActionRow) {
  const carriedTo = carriedKey === null ? null : { key: carriedKey, name: carriedName ?? "" };
  return { id, title, ownerId, ownerName, dueOn, carriedTo };
}

/** The words are drafts until it is held. */
export async function writePrompts(
  scope: Scope,
  project: ProjectAccess,
  revision: number,
  wanted: Prompts,
): Promise<RetrospectiveView> {
  const row = await findRetrospective(scope, project.id);
  refuseHeld(row);
  const words = PromptsShape.parse(wanted);
  const written = row
    ? await updateRetrospective(scope, row.id, revision, words)
    : revision === 0 && (await insertRetrospective(scope, { ...words, id: newId(), projectId: project.id }));
  if (!written) throw stale(await readRetrospective(scope, project));
  await tell(scope, project, "written");
  return readRetrospective(scope, project);
}

/** Freezes what was found and said, once. */
export async function holdRetrospective(
  scope: Scope,
  project: ProjectAccess,
  expected: number,
): Promise<RetrospectiveView> {
  const seen = await readRetrospective(scope, project);
  refuseHeld(await findRetrospective(scope, project.id));
  if (seen.openMilestones > 0)
    throw refused("open-milestones", "Some milestones are still open: reach or drop them first.");
  if (expected === 0) await insertRetrospective(scope, { ...NOTHING, id: newId(), projectId: project.id });
  const row = await findRetrospective(scope, project.id);
  const snapshot = canonicalJson({
    format: 1,
    projectId: project.id,
    heldAt: scope.now.toISOString(),
    facts: await readFacts(scope, project),
    prompts: seen.prompts,
    actions: seen.actions,
  });
  const held = { heldAt: scope.now, heldBy: scope.actor.personId, snapshot, hash: sha256(snapshot) };
  if (!row || !(await updateRetrospective(scope, row.id, expected || 1, held))) throw stale(seen);
  await tell(scope, project, "held", { hash: held.hash });
  return readRetrospective(scope, project);
}

function refuseHeld(row: RetrospectiveRow | undefined): void {
  if (row?.heldAt) throw conflict("retrospective-held", "It was held already: what was said stands.");
}

export interface ActionAccess extends PolicyObject {
  project: ProjectAccess;
  action: ActionRow;
}

export async function visibleAction(scope: Scope, id: string): Promise<ActionAccess> {
  const action = await findAction(scope, id);
  if (!action) throw notFound();
  return { ...(await visibleProject(scope, action.projectId)), action };
}

export async function addAction(
  scope: Scope,
  project: ProjectAccess,
  wanted: { title: string; ownerId: string | null; dueOn: string | null },
) {
  if (wanted.ownerId !== null && !(await worksOn(scope, project.id, wanted.ownerId)))
    throw invalid([{ path: "ownerId", message: "They do not work on this project." }]);
  const id = newId();
  await insertAction(scope, { ...wanted, id, projectId: project.id });
  await tell(scope, project, "actionAdded", { actionId: id });
  const added = await findAction(scope, id);
  if (!added) throw notFound();
  return presentAction(added);
}

export async function dropAction(scope: Scope, { project, action }: ActionAccess): Promise<void> {
  if (action.carriedTo !== null) throw conflict("carried-on", "It goes on as a card of another project.");
  await removeAction(scope, action.id);
  await tell(scope, project, "actionRemoved", { actionId: action.id });
}

export async function tell(
  scope: Scope,
  project: ProjectAccess,
  what: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await record(scope, {
    verb: `retrospective.${what}`,
    subject: { kind: "retrospective", id: project.id },
    projectId: project.id,
    data,
  });
}
