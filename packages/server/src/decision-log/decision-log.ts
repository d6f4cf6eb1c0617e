import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { recordTaken, type TakenDecision } from "../approvals/taken.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { type LoggedDecisionView, presentEntry } from "./decision-log.view.ts";
import { type LogEntry, logEntries } from "./log-entries.ts";
import { filtered, type LogFilter, pageAfter } from "./log-filter.ts";
import { teamLogRows } from "./team-log.store.ts";

export interface LogPage {
  items: LoggedDecisionView[];
  nextCursor: string | null;
}

/** What was decided here and what waits for a decision, open ones first. */
export async function readLog(
  scope: Scope,
  project: ProjectAccess,
  filter: LogFilter & { cursor?: string | undefined; limit: number },
): Promise<LogPage> {
  const { items, nextCursor } = pageAfter(await found(scope, project, filter), filter.cursor, filter.limit);
  return { items: items.map((entry) => present(scope, project, entry)), nextCursor };
}

/** All of them at once, for a file. */
export async function readWholeLog(
  scope: Scope,
  project: ProjectAccess,
  filter: LogFilter,
): Promise<LoggedDecisionView[]> {
  return (await found(scope, project, filter)).map((entry) => present(scope, project, entry));
}

export async function recordInLog(
  scope: Scope,
  project: ProjectAccess,
  taken: TakenDecision,
): Promise<LoggedDecisionView> {
  const id = await recordTaken(scope, project.id, taken);
  const entry = (await found(scope, project, {})).find((one) => one.id === id);
  if (!entry) throw new Error("what was just written down is in the log");
  return present(scope, project, entry);
}

async function found(scope: Scope, project: ProjectAccess, filter: LogFilter): Promise<LogEntry[]> {
  return filtered(logEntries(await teamLogRows(scope, project.id), scope.now), filter);
}

function present(scope: Scope, project: ProjectAccess, entry: LogEntry): LoggedDecisionView {
  return presentEntry(entry, can(scope.actor, "money.read", { project }));
}
