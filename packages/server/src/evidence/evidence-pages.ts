import { readDecision } from "../approvals/decision-read.ts";
import { pdfHouse } from "../portal/pdf-house.ts";
import type { Download, PortalPage } from "../portal/portal-page.ts";
import { read, type Visit } from "../portal/visit.ts";
import { certificateFile, recordFile, sealedRecord } from "./proofs.ts";
import type { ApprovalRecord } from "./record.ts";

/** By the link of the decision, and by session among the pages of the project. */
function both(
  place: "certificate.pdf" | "record.json",
  show: (visit: Visit) => Promise<Download>,
): PortalPage[] {
  return [
    { path: `/d/:token/${place}`, kind: "decision", show },
    { path: `/portal/:workspace/:project/decisions/:number/${place}`, show },
  ];
}

async function recordOf(visit: Visit): Promise<ApprovalRecord> {
  const { request } = await readDecision(visit);
  const { services, visitor } = visit;
  const of = { workspaceId: visitor.workspaceId, projectId: request.projectId, approvalId: request.id };
  return sealedRecord(services, of, (work) => read(visit, (db) => work({ db, schema: "portal" })));
}

/** What proves a decision, for everybody of the client who may read it. */
export const evidencePages: readonly PortalPage[] = [
  ...both("record.json", async (visit) => recordFile(await recordOf(visit), visit.project.key)),
  ...both("certificate.pdf", async (visit) => {
    const { say, project, now, services } = visit;
    return certificateFile(await recordOf(visit), {
      ...{ key: project.key, say, zone: project.zone, now },
      house: () => pdfHouse(services.kit.dataDir, project),
    });
  }),
];
