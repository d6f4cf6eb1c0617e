import { z } from "zod";
import { type Action, can } from "../access/policy.ts";
import type { Actor } from "../access/roles.ts";
import { openRoute, route, type Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { forbidden, notSignedIn } from "../kit/errors.ts";
import { onePage, pageOf, uuid } from "../kit/fields.ts";
import { findWorkspace } from "../people/workspaces.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { LANGUAGES, sayIn } from "../words/say.ts";
import { dropSchedule, setSchedule } from "./report-schedules.ts";
import type { Place } from "./report-snapshot.ts";
import { reportState } from "./report-state.ts";
import { reportText } from "./report-words.ts";
import { makeReport, type Readable, readAsClient, reportsOf } from "./reports.ts";
import { Report, ReportPreview, ReportState } from "./reports.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const tag = "Reports";
const because = "What a report says is read as its client reads, in a transaction that sees nothing else.";
const personIds = z.array(uuid()).max(200);

const load = (scope: Scope, { params }: { params: { projectId: string } }) =>
  visibleProject(scope, params.projectId);

export const reportRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/reports",
    id: "listReports",
    tag,
    summary: "The status reports of a project with to whom each was mailed, newest first",
    params: InProject,
    response: pageOf(Report),
    policy: { action: "client.read", load },
    handle: async (scope, _input, { project }) => onePage(await reportsOf(scope, project)),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/report-state",
    id: "getReportState",
    tag,
    summary: "What a report would be made from, who could get it, and when the next one makes itself",
    params: InProject,
    response: ReportState,
    policy: { action: "client.read", load },
    handle: (scope, _input, { project }) => reportState(scope, project),
  }),
  openRoute({
    method: "GET",
    path: "/projects/{projectId}/report-preview",
    id: "previewReport",
    tag,
    summary: "What a report that is made now says, word by word",
    params: InProject,
    query: z.strictObject({ language: z.enum(LANGUAGES).default("en") }),
    response: ReportPreview,
    policy: "session",
    because,
    handle: async (services, { params, query: { language } }, { request, actor }) => {
      const found = await asManager(services, actor, params.projectId, request.id);
      const { frozen, names } = await readNow(services, found);
      const text = frozen && reportText({ say: sayIn(language), snapshot: frozen.snapshot, names });
      return { language, text };
    },
  }),
  openRoute({
    method: "POST",
    path: "/projects/{projectId}/reports",
    id: "makeReport",
    tag,
    summary: "Make a status report of what the client reads today, and mail it to some of its people",
    status: 201,
    params: InProject,
    body: z.strictObject({
      personIds,
      /** The number of the last report that was seen. */
      last: z.int().min(0).max(1_000_000),
    }),
    response: Report,
    policy: "session",
    because,
    handle: async (services, { params, body }, { request, actor }) => {
      const found = await asManager(services, actor, params.projectId, request.id);
      const readable = await readNow(services, found);
      const { kit, database } = services;
      return database.inWorkspace(found.actor.workspaceId, (tx) => {
        const scope = { tx, actor: found.actor, kit, now: kit.clock.now(), requestId: request.id };
        return makeReport(scope, found.project, readable, body);
      });
    },
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/report-schedule",
    id: "setReportSchedule",
    tag,
    summary: "Have a report made and mailed on a day of each month, in the workspace's zone",
    params: InProject,
    body: z.strictObject({
      dayOfMonth: z.int().min(1).max(28),
      atMinutes: z.int().min(0).max(1_439),
      personIds,
      /** The revision of the schedule that was seen; null where there was none. */
      seen: z.int().min(1).nullable(),
    }),
    response: ReportState,
    policy: { action: "plan.edit", load },
    handle: async (scope, { body }, { project }) => {
      const { zone } = await findWorkspace(scope);
      await setSchedule(scope, project, body, zone);
      return reportState(scope, project);
    },
  }),
  route({
    method: "DELETE",
    path: "/projects/{projectId}/report-schedule",
    id: "endReportSchedule",
    tag,
    summary: "Make no more reports by themselves",
    status: 204,
    params: InProject,
    policy: { action: "plan.edit", load },
    handle: (scope, _input, { project }) => dropSchedule(scope, project),
  }),
];

interface Found extends Place {
  actor: Actor;
  project: ProjectAccess;
}

/** Who may put something before the client; a report shows prices, so whoever may not see those makes none. */
async function asManager(
  { kit, database }: Services,
  actor: Actor | null,
  projectId: string,
  requestId: string,
): Promise<Found> {
  if (!actor) throw notSignedIn();
  return database.inWorkspace(
    actor.workspaceId,
    async (tx) => {
      const scope = { tx, actor, kit, now: kit.clock.now(), requestId };
      const { project } = await visibleProject(scope, projectId);
      const wanted: readonly Action[] = ["plan.edit", "money.read"];
      if (!wanted.every((action) => can(actor, action, { project }))) throw forbidden();
      const { zone, country } = await findWorkspace(scope);
      return { actor, project, zone, country };
    },
    { readOnly: true },
  );
}

function readNow(services: Services, { actor, project, zone, country }: Found): Promise<Readable> {
  return readAsClient(services, { workspaceId: actor.workspaceId, projectId: project.id, zone, country });
}
