import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { keys } from "../lib/query-keys.ts";

export type Approval = Shape<"Approval">;
export type ApprovalPreview = Shape<"ApprovalPreview">;
export type Snapshot = Shape<"ApprovalSnapshot">;
/** What can be asked at any time; a change is offered where the client asked for it. */
export type Kind = Exclude<Approval["kind"], "change">;

const at = (projectId: string) => ({ params: { path: { projectId } } });
const of = ({ id }: Pick<Approval, "id">) => ({ params: { path: { approvalId: id } } });

/** What the client was asked to decide, newest first. */
export const approvalsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "approvals"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/approvals", at(projectId)))).items,
  });

/** Files of a milestone or the project that the client can see. */
export const shownFilesQuery = (projectId: string, milestoneId: string | null) =>
  queryOptions({
    queryKey: keys.project(projectId, "files", milestoneId ?? projectId),
    queryFn: () => {
      const subject = milestoneId === null ? `project:${projectId}` : `milestone:${milestoneId}`;
      return answer(api.GET("/api/v1/files", { params: { query: { subject } } }));
    },
  });

export interface Wanted {
  kind: Kind;
  milestoneId?: string;
  fileIds?: string[];
  question: string;
  consequence?: string;
  choices?: { text: string; days: number | null; priceMinor: number | null }[];
  deciders?: { personId: string }[];
  rule: "any" | "all" | "order";
  dueOn?: string;
}

/** Exactly what would be frozen and shown; nothing is sent. */
export function previewApproval(projectId: string, body: Wanted): Promise<ApprovalPreview> {
  return answer(api.POST("/api/v1/projects/{projectId}/approval-preview", { ...at(projectId), body }));
}

/** Freezes what the preview showed, and nothing else, and mails who decides. */
export async function requestApproval(
  client: QueryClient,
  projectId: string,
  wanted: Wanted,
  expectedHash: string,
): Promise<void> {
  const body = { ...wanted, expectedHash };
  await answer(api.POST("/api/v1/projects/{projectId}/approvals", { ...at(projectId), body }));
  await refreshPlan(client, projectId);
}

export async function askAgain(
  client: QueryClient,
  approval: Approval,
  body: { changed: string; dueOn?: string },
): Promise<void> {
  await answer(api.POST("/api/v1/approvals/{approvalId}/next-round", { ...of(approval), body }));
  await refreshPlan(client, approval.projectId);
}

export async function cancelApproval(client: QueryClient, approval: Approval, reason: string): Promise<void> {
  await answer(api.POST("/api/v1/approvals/{approvalId}/cancel", { ...of(approval), body: { reason } }));
  await refreshPlan(client, approval.projectId);
}

export async function nudge(client: QueryClient, approval: Approval, personId: string): Promise<void> {
  await answer(api.POST("/api/v1/approvals/{approvalId}/nudges", { ...of(approval), body: { personId } }));
  await refreshPlan(client, approval.projectId);
}

/** Shown once; whoever decides through it, it says who handed it over. */
export async function handOverLink(approval: Approval, personId: string): Promise<string> {
  const made = await answer(
    api.POST("/api/v1/approvals/{approvalId}/links", { ...of(approval), body: { personId } }),
  );
  return made.address;
}

export interface Recorded {
  personId: string;
  verdict: "approved" | "changes_requested" | "chosen";
  choice: string | null;
  words: string;
}

/** What somebody of the client said elsewhere, written down in their name. */
export async function recordDecision(
  client: QueryClient,
  approval: Approval,
  recorded: Recorded,
): Promise<void> {
  const body = { ...recorded, hash: approval.hash };
  await answer(api.POST("/api/v1/approvals/{approvalId}/decisions-on-behalf", { ...of(approval), body }));
  await refreshPlan(client, approval.projectId);
}
