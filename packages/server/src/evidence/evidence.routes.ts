import { z } from "zod";
import { can } from "../access/policy.ts";
import type { Actor } from "../access/roles.ts";
import { Answer, openRoute, type Services } from "../access/route.ts";
import { visibleApproval } from "../approvals/approvals.ts";
import { forbidden, notSignedIn } from "../kit/errors.ts";
import { uuid } from "../kit/fields.ts";
import { pdfHouse } from "../portal/pdf-house.ts";
import { sayIn } from "../words/say.ts";
import { findHouse } from "./house.store.ts";
import { certificateFile, type Proof, recordFile, sealedRecord } from "./proofs.ts";

const OfApproval = z.strictObject({ approvalId: uuid() });
const because = "What has happened is sealed first, in a transaction that is nobody's request.";
const tag = "Approvals";

export const evidenceRoutes = [
  openRoute({
    method: "GET",
    path: "/approvals/{approvalId}/record.json",
    id: "downloadRecord",
    tag,
    summary: "Everything that proves the decision, to be checked anywhere with `milepost verify`",
    params: OfApproval,
    policy: "session",
    because,
    handle: async (services, { params }, { request, actor }) => {
      const { record, house } = await recordFor(services, actor, params.approvalId, request.id);
      return answer(recordFile(record, house.key));
    },
  }),
  openRoute({
    method: "GET",
    path: "/approvals/{approvalId}/certificate.pdf",
    id: "downloadCertificate",
    tag,
    summary: "The decision on paper, from five minutes after it",
    params: OfApproval,
    policy: "session",
    because,
    handle: async (services, { params }, { request, actor }) => {
      const { record, house } = await recordFor(services, actor, params.approvalId, request.id);
      const { kit } = services;
      return answer(
        await certificateFile(record, {
          ...{ key: house.key, say: sayIn("en"), zone: house.zone, now: kit.clock.now() },
          house: () => pdfHouse(kit.dataDir, house),
        }),
      );
    },
  }),
];

async function recordFor(services: Services, actor: Actor | null, approvalId: string, requestId: string) {
  if (!actor) throw notSignedIn();
  const { kit, database } = services;
  const { workspaceId } = actor;
  const seen = await database.inWorkspace(
    workspaceId,
    async (tx) => {
      const scope = { tx, actor, kit, now: kit.clock.now(), requestId };
      const { approval, project } = await visibleApproval(scope, approvalId);
      // The record is whole or it proves nothing, and it tells the price.
      for (const action of ["approval.read", "money.read"] as const)
        if (!can(actor, action, { project })) throw forbidden();
      return { projectId: approval.projectId, house: await findHouse(tx, workspaceId, approval.projectId) };
    },
    { readOnly: true },
  );
  const of = { workspaceId, projectId: seen.projectId, approvalId };
  const record = await sealedRecord(services, of, (work) =>
    database.inWorkspace(workspaceId, (db) => work({ db, schema: "milepost", workspaceId }), {
      readOnly: true,
    }),
  );
  return { record, house: seen.house };
}

function answer({ bytes, headers }: Proof): Answer {
  return new Answer(200, bytes, headers);
}
