import { findCycle } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import {
  type DependencyRow,
  findDependency,
  insertDependency,
  listDependencies,
  removeDependency,
} from "./dependencies.store.ts";
import { itemsOf, presentDependency } from "./dependency-presenter.ts";
import type { DependencyView } from "./plan.view.ts";
import { linkKind } from "./plan-model.ts";
import { readPlan, type WholePlan } from "./read-plan.ts";

export interface NewDependency {
  from: End;
  to: End;
  kind: "FS" | "SS" | "FF" | "SF";
  lagDays: number;
}

interface End {
  kind: "milestone" | "card";
  id: string;
}

/** The dependency of a project that this person may see; 404 for everybody else. */
export async function visibleDependency(
  scope: Scope,
  id: string,
): Promise<{ project: ProjectAccess; dependency: DependencyRow }> {
  const dependency = await findDependency(scope, id);
  if (!dependency) throw notFound();
  return { ...(await visibleProject(scope, dependency.projectId)), dependency };
}

/** `to` follows `from`; both are of this project, and nothing may come to wait for itself. */
export async function addDependency(
  scope: Scope,
  project: ProjectAccess,
  wanted: NewDependency,
): Promise<DependencyView> {
  await lockPlan(scope, project.id);
  const whole = await readPlan(scope, project.id);
  const items = itemsOf(whole.rows, project.key);
  for (const { kind, id } of [wanted.from, wanted.to])
    if (items.get(id)?.kind !== kind) throw notFound("There is no such milestone or card in this project.");
  const id = newId();
  refuseTwice(whole, wanted);
  refuseCycle(whole, { ...wanted, id }, items);
  await insertDependency(scope, {
    workspaceId: scope.actor.workspaceId,
    id,
    projectId: project.id,
    ...ends(wanted),
    kind: wanted.kind,
    lagDays: wanted.lagDays,
  });
  await record(scope, {
    verb: `${wanted.to.kind}.dependencyAdded`,
    subject: { kind: wanted.to.kind, id: wanted.to.id },
    projectId: project.id,
    data: { dependencyId: id, after: wanted.from, kind: wanted.kind, lagDays: wanted.lagDays },
  });
  const made = (await listDependencies(scope, project.id)).find((row) => row.id === id);
  const view = made ? presentDependency(made, items) : null;
  if (!view) throw notFound();
  return view;
}

export async function dropDependency(scope: Scope, row: DependencyRow): Promise<void> {
  if (!(await removeDependency(scope, row.id))) throw notFound();
  const kind = row.toMilestoneId === null ? "card" : "milestone";
  await record(scope, {
    verb: `${kind}.dependencyRemoved`,
    subject: { kind, id: row.toMilestoneId ?? row.toCardId ?? row.projectId },
    projectId: row.projectId,
    data: { dependencyId: row.id, kind: linkKind(row.kind), lagDays: row.lagDays },
  });
}

function refuseTwice({ plan }: WholePlan, { from, to, kind }: NewDependency): void {
  const there = plan.links.find((link) => link.from === from.id && link.to === to.id && link.kind === kind);
  if (there) throw refused("dependency-exists", "This dependency is there already.", { id: there.id });
}

function refuseCycle(
  { plan, work }: WholePlan,
  { id, from, to, kind, lagDays }: NewDependency & { id: string },
  items: ReturnType<typeof itemsOf>,
): void {
  const link = { id, from: from.id, to: to.id, kind, lagDays, lagCalendar: "project" as const };
  const cycle =
    from.id === to.id
      ? { itemIds: [from.id], linkIds: [id] }
      : findCycle({ ...plan, cards: asOpen(plan.cards), links: [...plan.links, link] }, work.today);
  if (!cycle?.linkIds.includes(id)) return;
  const named = cycle.itemIds.flatMap((itemId) => items.get(itemId) ?? []);
  const names = named.map(({ title }) => `“${title}”`).join(", ");
  throw refused("dependency-cycle", `These would wait for each other: ${names}.`, { items: named });
}

/** Cards that are done or put off may be worked on again: they would wait for each other then. */
function asOpen(cards: WholePlan["plan"]["cards"]): WholePlan["plan"]["cards"] {
  return cards.map((card) => ({ ...card, place: "todo" }));
}

function ends({ from, to }: NewDependency) {
  return {
    fromMilestoneId: from.kind === "milestone" ? from.id : null,
    fromCardId: from.kind === "card" ? from.id : null,
    toMilestoneId: to.kind === "milestone" ? to.id : null,
    toCardId: to.kind === "card" ? to.id : null,
  };
}
