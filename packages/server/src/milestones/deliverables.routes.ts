import { z } from "zod";
import { route } from "../access/route.ts";
import { text, title, uuid, webAddress } from "../kit/fields.ts";
import {
  addDeliverable,
  changeDeliverable,
  deliver,
  dropDeliverable,
  restoreDeliverable,
  visibleDeliverable,
} from "./deliverables.ts";
import { visibleMilestone } from "./milestone-access.ts";
import { milestonePage } from "./milestone-presenter.ts";
import { MilestonePage } from "./milestones.view.ts";

const One = z.strictObject({ deliverableId: uuid() });
const tag = "Milestones";
const Kind = z.enum(["file", "link", "text"]);

const Content = z.union([
  z.strictObject({ url: webAddress().nullable() }),
  z.strictObject({ text: text().min(1, "Write at least one character.").nullable() }),
  z.strictObject({ fileId: uuid().nullable() }),
]);

export const deliverableRoutes = [
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/deliverables",
    id: "addDeliverable",
    tag,
    summary: "Add something to be handed in: a file, a link or a text",
    params: z.strictObject({ milestoneId: uuid() }),
    body: z.strictObject({
      title: title(),
      kind: Kind,
      required: z.boolean().optional(),
      after: uuid().nullable().optional(),
    }),
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { project, milestone }) => {
      await addDeliverable(scope, milestone, body);
      return milestonePage(scope, project, milestone.id);
    },
  }),
  route({
    method: "PATCH",
    path: "/deliverables/{deliverableId}",
    id: "changeDeliverable",
    tag,
    summary: "Change what is to be handed in",
    params: One,
    body: z
      .strictObject({ title: title(), kind: Kind, required: z.boolean(), after: uuid().nullable() })
      .partial(),
    response: MilestonePage,
    ifMatch: true,
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visibleDeliverable(scope, params.deliverableId),
    },
    handle: async (scope, { body, revision }, access) => {
      await changeDeliverable(scope, access, revision, body);
      return milestonePage(scope, access.project, access.milestone.id);
    },
  }),
  route({
    method: "PUT",
    path: "/deliverables/{deliverableId}/content",
    id: "deliver",
    tag,
    summary: "Hand it in; null takes it back",
    params: One,
    body: Content,
    response: MilestonePage,
    ifMatch: true,
    policy: {
      action: "plan.work",
      load: (scope, { params }) => visibleDeliverable(scope, params.deliverableId),
    },
    handle: async (scope, { body, revision }, access) => {
      await deliver(scope, access, revision, body);
      return milestonePage(scope, access.project, access.milestone.id);
    },
  }),
  route({
    method: "DELETE",
    path: "/deliverables/{deliverableId}",
    id: "removeDeliverable",
    tag,
    summary: "Take a deliverable away",
    params: One,
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visibleDeliverable(scope, params.deliverableId),
    },
    handle: (scope, _input, access) => dropDeliverable(scope, access),
  }),
  route({
    method: "POST",
    path: "/milestones/{milestoneId}/deliverables/restore",
    id: "restoreDeliverable",
    tag,
    summary: "Put a deliverable back that was taken away, with what was handed in",
    status: 200,
    params: z.strictObject({ milestoneId: uuid() }),
    body: z.strictObject({ deliverableId: uuid() }),
    response: MilestonePage,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleMilestone(scope, params.milestoneId) },
    handle: async (scope, { body }, { project, milestone }) => {
      await restoreDeliverable(scope, milestone, body.deliverableId);
      return milestonePage(scope, project, milestone.id);
    },
  }),
];
