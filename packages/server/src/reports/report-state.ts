import type { Scope } from "../access/scope.ts";
import { ageOf } from "../client-home/client-plan.ts";
import { civilDate } from "../kit/clock.ts";
import { findWorkspace } from "../people/workspaces.store.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { recipientsOf } from "../publications/publications.store.ts";
import { scheduleOf } from "./report-schedules.ts";
import { reportBasis } from "./report-state.store.ts";
import type { ReportStateView } from "./reports.view.ts";

export async function reportState(scope: Scope, { id }: ProjectAccess): Promise<ReportStateView> {
  const { zone } = await findWorkspace(scope);
  const { n, publishedAt, pausedAt, archivedAt, state } = await reportBasis(scope, id);
  return {
    publication:
      n === null || publishedAt === null
        ? null
        : { n, on: civilDate(publishedAt, zone), ...ageOf({ createdAt: publishedAt }, scope.now) },
    contacts: (await recipientsOf(scope, id)).map(({ id: personId, name, role, language }) => ({
      ...{ id: personId, name, role },
      language: language === "de" ? "de" : "en",
    })),
    schedule: await scheduleOf(scope, id, zone),
    resting: archivedAt ? "archived" : pausedAt ? "paused" : state === "completed" ? "completed" : null,
    zone,
  };
}
