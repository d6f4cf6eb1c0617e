import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { tellOnce } from "../events/tellings.store.ts";
import { newId } from "../kit/id.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import type { EarlyWarningView } from "../plan/early-warnings.view.ts";
import { warningsFor } from "../plan/glance.ts";
import { portfolioProjects } from "../plan/portfolio.store.ts";
import { hearersAmong, peopleWith } from "./hearers.store.ts";
import { renewItem } from "./items.store.ts";
import { forgetWarnings, settleWarnings, toldWarnings, workspacesAtWork } from "./tell-warnings.store.ts";
import { warningWords } from "./warning-words.ts";

/** All that warns of one milestone, or of the project where it is about none. */
interface Warned {
  projectId: string;
  thing: { kind: "milestone" | "project"; id: string };
  warnings: EarlyWarningView[];
}

/** Who owns a milestone and who leads the project find what will go wrong in the inbox, each warning once, and no longer than it holds. */
export async function tellWarnings({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const workspaceId of await workspacesAtWork(database.maintenance))
    await database.inWorkspace(workspaceId, async (tx) => {
      await tellIn({ tx, actor: houseOf(workspaceId), kit, now, requestId: "" });
    });
}

async function tellIn(scope: Scope): Promise<void> {
  const { tx, actor, now } = scope;
  const { workspaceId } = actor;
  const ids = (await portfolioProjects(scope)).map(({ id }) => id);
  const warned = [...(await warningsFor(scope, ids))].flatMap(([id, warnings]) => byThing(id, warnings));
  const told = await toldWarnings(tx, workspaceId);
  const { today } = await workCalendar(scope);
  for (const one of warned) await tell(scope, one, { told, today });
  const holding = warned.flatMap(({ thing, warnings }) =>
    warnings.map((each) => `${thing.id} ${codeOf(each)}`),
  );
  await forgetWarnings(tx, workspaceId, holding, now);
  const things = warned.map(({ thing }) => thing.id);
  await settleWarnings(tx, workspaceId, things, now);
}

/** A review that was missed has an item of its own. */
function byThing(projectId: string, warnings: readonly EarlyWarningView[]): Warned[] {
  const told = warnings.filter(({ code }) => code !== "review_missed");
  return [...Map.groupBy(told, ({ milestone }) => milestone?.id)].map(([milestoneId, those]) => ({
    projectId,
    thing:
      milestoneId === undefined ? { kind: "project", id: projectId } : { kind: "milestone", id: milestoneId },
    warnings: those,
  }));
}

function codeOf({ code }: EarlyWarningView): string {
  return `warning:${code}`;
}

async function tell(
  scope: Scope,
  { projectId, thing, warnings }: Warned,
  { told, today }: { told: ReadonlySet<string>; today: string },
): Promise<void> {
  const { tx, actor, now } = scope;
  const { workspaceId } = actor;
  const where = { workspaceId, projectId };
  const milestoneId = thing.kind === "milestone" ? thing.id : null;
  const parts = await peopleWith(tx, where, {
    thing,
    reason: "warned",
    parts: ["owner", "lead"],
    milestoneId,
  });
  const isNew = (personId: string) =>
    warnings.filter((one) => !told.has(`${personId} ${thing.id} ${codeOf(one)}`));
  const people = [...parts.keys()].filter((personId) => isNew(personId).length > 0);
  const heard = await hearersAmong(tx, where, { people, thing, mail: undefined });
  for (const { personId, muted } of heard) {
    const telling = { workspaceId, personId, thingId: thing.id };
    let tells = false;
    for (const one of isNew(personId))
      tells = (await tellOnce(tx, { ...telling, code: codeOf(one) }, now)) || tells;
    if (!tells || muted) continue;
    await renewItem(tx, {
      workspaceId,
      id: newId(),
      personId,
      projectId,
      lastEventId: null,
      thingKind: "warning",
      thingId: thing.id,
      category: "warning",
      reason: "warned",
      facts: JSON.stringify({
        part: parts.get(personId) ?? null,
        says: warnings.map((each) => warningWords(each, today)),
      }),
      lastAt: now,
      readAt: null,
      doneAt: null,
      snoozedUntil: null,
      bundledAt: null,
    });
  }
}
