import type { HealthWord } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { type LogEntry, logEntries } from "../decision-log/log-entries.ts";
import { teamLogRows } from "../decision-log/team-log.store.ts";
import { figuresOf } from "../plan/plan-figures.ts";
import { readPlan } from "../plan/read-plan.ts";
import { isOpenRow, presentRoad } from "../plan/road.ts";
import { openActions, openAsks, unacknowledged } from "./agenda.store.ts";
import type { ReviewAgendaView } from "./agenda.view.ts";

/** The words that a review is there for, the heaviest first. */
const TROUBLE: readonly HealthWord[] = ["off_track", "at_risk", "waiting_for_client"];

/** What the team should talk about, read from the project as it is now. */
export async function readAgenda(scope: Scope, projectId: string): Promise<ReviewAgendaView> {
  const whole = await readPlan(scope, projectId);
  const { rows, work } = whole;
  const asks = await openAsks(scope, projectId);
  return {
    milestones: presentRoad(rows.milestones, rows.head.key, figuresOf(whole))
      .filter(isOpenRow)
      .flatMap(({ id, ref, title, health: word, targetOn, forecast }) =>
        word === null || !TROUBLE.includes(word)
          ? []
          : [{ id, ref, title, word, targetOn, likelyOn: forecast?.p50On ?? null }],
      )
      .sort((a, b) => TROUBLE.indexOf(a.word) - TROUBLE.indexOf(b.word)),
    decisions: (await waitingDecisions(scope, projectId)).map((entry) => ({
      title: entry.title,
      by: decidedBy(entry),
      waitingFor: entry.waitingFor.flatMap(({ name, delegateName }) => delegateName ?? name ?? []),
      dueOn: entry.dueOn,
    })),
    overdue: asks.flatMap(({ title, dueOn, contact }) =>
      dueOn !== null && dueOn < work.today ? [{ title, dueOn, contact }] : [],
    ),
    unacknowledged: await unacknowledged(scope, projectId),
    actions: await openActions(scope, projectId),
  };
}

/** What somebody of the client is asked for, by title: all that they are told before a review. */
export async function asksOf(scope: Scope, projectId: string, personId: string): Promise<string[]> {
  const decisions = (await waitingDecisions(scope, projectId)).filter(({ waitingFor }) =>
    waitingFor.some((asked) => (asked.delegateId ?? asked.personId) === personId),
  );
  const asks = (await openAsks(scope, projectId)).filter(({ contactId }) => contactId === personId);
  return [...decisions, ...asks].map(({ title }) => title);
}

/** Those that somebody can answer today: what goes out with a later publication waits for nobody yet. */
async function waitingDecisions(scope: Scope, projectId: string): Promise<LogEntry[]> {
  const entries = logEntries(await teamLogRows(scope, projectId), scope.now);
  return entries.filter(({ state, opensAt }) => state === "open" && opensAt === null);
}

/** A wish without days and price waits for the team, whoever wrote it. */
function decidedBy({ audience, isEstimated }: LogEntry): "team" | "client" {
  return audience === "client" && isEstimated ? "client" : "team";
}
