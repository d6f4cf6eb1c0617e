import { z } from "zod";
import { can } from "../access/policy.ts";
import { Answer, openRoute, route } from "../access/route.ts";
import { sealedHead } from "../events/sealed-head.ts";
import { attachmentHeader } from "../files/file-name.ts";
import { conflict, forbidden, notSignedIn } from "../kit/errors.ts";
import { onePage, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listDeliveries } from "./delivery.store.ts";
import { makeDelivery, presentDelivery, visibleDelivery } from "./delivery.ts";
import { DeliveryRecord } from "./delivery.view.ts";
import { deliveryText } from "./delivery-text.ts";

const InProject = z.strictObject({ projectId: uuid() });
const tag = "Closing";

export const deliveryRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/delivery-records",
    id: "listDeliveryRecords",
    tag,
    summary: "Signed records of what the project delivered, newest first",
    params: InProject,
    response: pageOf(DeliveryRecord),
    policy: {
      action: "retrospective.read",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, _input, { project }) =>
      onePage((await listDeliveries(scope, project.id)).map(presentDelivery)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/delivery-records",
    id: "makeDeliveryRecord",
    tag,
    summary: "Freeze what a completed project promised and kept; names can be left out",
    params: InProject,
    body: z.strictObject({ hideNames: z.boolean().default(false) }),
    response: DeliveryRecord,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => makeDelivery(scope, project, body.hideNames),
  }),
  openRoute({
    method: "GET",
    path: "/delivery-records/{deliveryRecordId}/record.json",
    id: "downloadDeliveryRecord",
    tag,
    summary: "The record as a file, to be checked anywhere with `milepost verify`",
    params: z.strictObject({ deliveryRecordId: uuid() }),
    policy: "session",
    because: "What has happened is sealed first, in a transaction that is nobody's request.",
    handle: async (services, { params }, { request, actor }) => {
      if (!actor) throw notSignedIn();
      const { kit, database } = services;
      const { workspaceId } = actor;
      const scoped = { actor, kit, now: kit.clock.now(), requestId: request.id };
      const { delivery, project } = await database.inWorkspace(
        workspaceId,
        (tx) => visibleDelivery({ tx, ...scoped }, params.deliveryRecordId),
        { readOnly: true },
      );
      if (!can(actor, "retrospective.read", { project })) throw forbidden();
      await sealedHead(services, { workspaceId, projectId: project.id });
      const text = await database.inWorkspace(workspaceId, (tx) => deliveryText(tx, kit, delivery), {
        readOnly: true,
      });
      if (text === null) throw conflict("not-sealed", "It is being sealed just now. Try again in a moment.");
      const name = `${project.key.toLowerCase()}-delivery-record.json`;
      return new Answer(200, Buffer.from(text), {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": attachmentHeader("attachment", name),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      });
    },
  }),
];
