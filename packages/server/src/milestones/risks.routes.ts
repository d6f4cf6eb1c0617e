import { z } from "zod";
import { route } from "../access/route.ts";
import { audience, onePage, pageOf, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listRisks } from "./risks.store.ts";
import { changeRisk, createRisk, trashRisk, visibleRisk } from "./risks.ts";
import { presentRisk, presentRisks, Risk } from "./risks.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ riskId: uuid() });
const tag = "Risks";
const days = () => z.int().min(0).max(2_000);

const NewRisk = z.strictObject({
  title: title(),
  chance: z.int().min(0).max(100),
  impactLow: days(),
  impactLikely: days(),
  impactHigh: days(),
  ownerId: uuid().nullable().optional(),
  trigger: text(2_000).optional(),
  response: text(2_000).optional(),
  audience: audience().optional(),
  status: z.enum(["open", "closed"]).optional(),
  milestoneIds: z.array(uuid()).max(50).optional(),
});

export const riskRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/risks",
    id: "listRisks",
    tag,
    summary: "The risk register, what threatens the dates most first",
    params: InProject,
    response: pageOf(Risk),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => onePage(presentRisks(await listRisks(scope, project.id))),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/risks",
    id: "createRisk",
    tag,
    summary: "Add a risk: chance in percent, impact in days",
    params: InProject,
    body: NewRisk,
    response: Risk,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) => presentRisk(await createRisk(scope, project, body)),
  }),
  route({
    method: "PATCH",
    path: "/risks/{riskId}",
    id: "changeRisk",
    tag,
    summary: "Change a risk",
    params: One,
    body: NewRisk.partial(),
    response: Risk,
    ifMatch: true,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleRisk(scope, params.riskId) },
    handle: async (scope, { body, revision }, { risk }) =>
      presentRisk(await changeRisk(scope, risk, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/risks/{riskId}",
    id: "deleteRisk",
    tag,
    summary: "Put a risk into the trash",
    params: One,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleRisk(scope, params.riskId) },
    handle: (scope, _input, { risk }) => trashRisk(scope, risk),
  }),
];
