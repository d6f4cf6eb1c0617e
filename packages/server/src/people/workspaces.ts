import type { Scope } from "../access/scope.ts";
import type { Database } from "../db/database.ts";
import { record } from "../events/events.ts";
import { stale } from "../kit/errors.ts";
import { asksNothing, given } from "../kit/given.ts";
import { takeUpPlace } from "./holidays.ts";
import { workspacesOf } from "./sessions.store.ts";
import type { WeekView } from "./week.ts";
import { findWeek, keepWeek } from "./work-patterns.store.ts";
import { keepsViewLog, settingsOf } from "./workspace-settings.ts";
import { findWorkspace, readWorkspace, updateWorkspace, type WorkspaceRow } from "./workspaces.store.ts";

export interface WorkspaceChange {
  name?: string | undefined;
  zone?: string | undefined;
  currency?: string | undefined;
  country?: string | null | undefined;
  region?: string | null | undefined;
  week?: WeekView | undefined;
  viewLog?: boolean | undefined;
}

const OFFICE: WeekView = [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? [[540, 1020]] : []));

export async function workspace(scope: Scope): Promise<WorkspaceRow & { week: WeekView }> {
  const row = await findWorkspace(scope);
  return { ...row, week: (await findWeek(scope, null)) ?? OFFICE };
}

/** All that a session opens, each read inside its own walls. */
export async function ownWorkspaces(
  database: Database,
  tokenHash: string | undefined,
): Promise<WorkspaceRow[]> {
  const ids = tokenHash ? await workspacesOf(database.outside, tokenHash) : [];
  return Promise.all(ids.map((id) => database.inWorkspace(id, (tx) => readWorkspace(tx, id))));
}

export async function changeWorkspace(scope: Scope, revision: number, wanted: WorkspaceChange) {
  const { week, viewLog, ...change } = wanted;
  const before = await workspace(scope);
  if (asksNothing(wanted)) return before;
  const { name, zone, currency, country, region } = before;
  const place = await takeUpPlace(scope, before, wanted);
  const settings =
    viewLog === undefined ? {} : { settings: JSON.stringify({ ...settingsOf(before.settings), viewLog }) };
  if (!(await updateWorkspace(scope, revision, { ...given(change), ...place, ...settings })))
    throw stale({
      ...{ name, zone, currency, country, region, week: before.week, revision: before.revision },
      viewLog: keepsViewLog(before.settings),
    });
  if (week) await keepWeek(scope, null, week);
  await record(scope, {
    verb: "workspace.changed",
    subject: { kind: "workspace", id: scope.actor.workspaceId },
    data: { fields: Object.keys(wanted) },
  });
  return workspace(scope);
}
