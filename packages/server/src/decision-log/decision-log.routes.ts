import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import { line, page, pageOf, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readLog, readWholeLog, recordInLog } from "./decision-log.ts";
import { LoggedDecision } from "./decision-log.view.ts";
import { LOG_KINDS, LOG_STATES } from "./log-entries.ts";
import { logCsv } from "./log-file.ts";

const InProject = z.strictObject({ projectId: uuid() });
const filter = {
  kind: z.enum(LOG_KINDS).optional(),
  state: z.enum(LOG_STATES).optional(),
  personId: uuid().optional(),
  q: line(200).optional(),
};
const tag = "Decisions";

export const decisionLogRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/decisions",
    id: "listDecisions",
    tag,
    summary: "Approvals, questions and change requests as one list: what waits first, then the newest",
    params: InProject,
    query: z.strictObject({ ...filter, ...page }),
    response: pageOf(LoggedDecision),
    policy: { action: "approval.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { query }, { project }) => readLog(scope, project, query),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/decisions/file",
    id: "exportDecisions",
    tag,
    summary: "The same list as CSV",
    params: InProject,
    query: z.strictObject(filter),
    policy: { action: "approval.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) =>
      new Answer(200, logCsv(await readWholeLog(scope, project, query), project.currency), {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="decisions-${project.key.toLowerCase()}.csv"`,
        "cache-control": "private, no-store",
      }),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/decisions",
    id: "recordTakenDecision",
    tag,
    summary:
      "Write down what was decided in a call or a room; it says everywhere who wrote it, and is signed by nobody",
    status: 201,
    params: InProject,
    body: z.strictObject({
      question: title(500),
      outcome: title(),
      words: title(5_000),
      personId: uuid(),
      milestoneId: uuid().nullable().default(null),
    }),
    response: LoggedDecision,
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: (scope, { body }, { project }) => recordInLog(scope, project, body),
  }),
];
