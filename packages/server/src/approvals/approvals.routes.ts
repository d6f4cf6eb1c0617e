import { z } from "zod";
import { route, shownOnce } from "../access/route.ts";
import { civilDate, line, onePage, pageOf, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { AskedKind } from "./approval-snapshot.view.ts";
import { listApprovals } from "./approvals.store.ts";
import { cancelApproval, previewApproval, requestApproval, visibleApproval } from "./approvals.ts";
import { Approval, ApprovalPage, ApprovalPreview } from "./approvals.view.ts";
import { presentApproval, presentApprovals } from "./approvals-presenter.ts";
import { decide } from "./decide.ts";
import { nextRound } from "./next-round.ts";
import { handOverLink, nudge } from "./nudges.ts";

const InProject = z.strictObject({ projectId: uuid() });
const OfApproval = z.strictObject({ approvalId: uuid() });
const hash = () => z.string().regex(/^[0-9a-f]{64}$/, "Send the hash of what was shown.");
const tag = "Approvals";

const Wanted = z.strictObject({
  kind: AskedKind,
  milestoneId: uuid().optional(),
  fileIds: z.array(uuid()).max(50).optional(),
  title: line(240).optional(),
  question: title(500),
  consequence: line(500).optional(),
  choices: z
    .array(
      z.strictObject({
        text: title(240),
        days: z.int().min(-1_000).max(1_000).nullable().default(null),
        priceMinor: z.int().min(-9_000_000_000_000).max(9_000_000_000_000).nullable().default(null),
      }),
    )
    .max(12)
    .optional(),
  deciders: z
    .array(z.strictObject({ personId: uuid() }))
    .min(1)
    .max(20)
    .optional(),
  rule: z.enum(["any", "all", "order"]).default("any"),
  dueOn: civilDate().nullable().optional(),
  expectedHash: hash().optional(),
});

export const approvalRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/approvals",
    id: "listApprovals",
    tag,
    summary: "What the client was asked to decide, open and past, newest first",
    params: InProject,
    response: pageOf(Approval),
    policy: { action: "approval.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) =>
      onePage(await presentApprovals(scope, project, await listApprovals(scope, project.id))),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/approval-preview",
    id: "previewApproval",
    tag,
    summary: "Exactly what would be frozen and put before the client, with its hash; nothing is sent",
    status: 200,
    params: InProject,
    body: Wanted,
    response: ApprovalPreview,
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: (scope, { body }, { project }) => previewApproval(scope, project.id, body),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/approvals",
    id: "requestApproval",
    tag,
    summary: "Freeze a plan, a milestone, files or a question and ask people of the client to decide on it",
    status: 201,
    params: InProject,
    body: Wanted,
    response: ApprovalPage,
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, { body }, { project }) =>
      page(scope, await requestApproval(scope, project.id, body)),
  }),
  route({
    method: "GET",
    path: "/approvals/{approvalId}",
    id: "getApproval",
    tag,
    summary: "One request with its frozen snapshot, its people and what they said",
    params: OfApproval,
    response: ApprovalPage,
    policy: {
      action: "approval.read",
      load: (scope, { params }) => visibleApproval(scope, params.approvalId),
    },
    handle: (scope, _input, access) => presentApproval(scope, access),
  }),
  route({
    method: "POST",
    path: "/approvals/{approvalId}/next-round",
    id: "askAgain",
    tag,
    summary: "Put a new version in the place of this one, with what is different",
    status: 201,
    params: OfApproval,
    body: z.strictObject({
      changed: text(2_000),
      fileIds: z.array(uuid()).max(50).optional(),
      question: title(500).optional(),
      dueOn: civilDate().nullable().optional(),
    }),
    response: ApprovalPage,
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleApproval(scope, params.approvalId),
    },
    handle: async (scope, { body }, { approval }) => page(scope, await nextRound(scope, approval.id, body)),
  }),
  route({
    method: "POST",
    path: "/approvals/{approvalId}/cancel",
    id: "cancelApproval",
    tag,
    summary: "Take a request back, with the reason that its people read",
    status: 204,
    params: OfApproval,
    body: z.strictObject({ reason: title(500) }),
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleApproval(scope, params.approvalId),
    },
    handle: (scope, { body }, { approval }) => cancelApproval(scope, approval.id, body.reason),
  }),
  route({
    method: "POST",
    path: "/approvals/{approvalId}/nudges",
    id: "nudgeDecider",
    tag,
    summary: "Remind somebody whose decision is awaited; once a day",
    status: 204,
    params: OfApproval,
    body: z.strictObject({ personId: uuid() }),
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleApproval(scope, params.approvalId),
    },
    handle: (scope, { body }, { approval }) => nudge(scope, approval, body.personId),
  }),
  route({
    method: "POST",
    path: "/approvals/{approvalId}/links",
    id: "handOverDecisionLink",
    tag,
    summary: "A link to hand over where mail does not arrive; shown once, and named in what comes by it",
    status: 201,
    params: OfApproval,
    body: z.strictObject({ personId: uuid() }),
    response: z.object({ address: z.string() }).meta({ id: "HandedOverDecisionLink" }),
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleApproval(scope, params.approvalId),
    },
    handle: async (scope, { body }, { approval }) =>
      shownOnce({ address: await handOverLink(scope, approval, body.personId) }),
  }),
  route({
    method: "POST",
    path: "/approvals/{approvalId}/decisions-on-behalf",
    id: "recordDecision",
    tag,
    summary: "Write down what somebody of the client said elsewhere; it says everywhere who wrote it",
    status: 201,
    params: OfApproval,
    body: z.strictObject({
      personId: uuid(),
      verdict: z.enum(["approved", "changes_requested", "chosen"]),
      choice: z.string().max(10).nullable().default(null),
      words: title(5_000),
      hash: hash(),
    }),
    response: ApprovalPage,
    policy: {
      action: "approval.request",
      load: (scope, { params }) => visibleApproval(scope, params.approvalId),
    },
    handle: async (scope, { body: { hash: shownHash, ...body } }, { approval }) => {
      await decide(scope, approval.id, { ...body, shownHash, criteria: [], pins: [], way: "member" });
      return page(scope, approval.id);
    },
  }),
];

async function page(scope: Parameters<typeof visibleApproval>[0], id: string) {
  return presentApproval(scope, await visibleApproval(scope, id));
}
