import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, LIMITS, line, onePage, pageOf, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { InputRound, Patch, Proposal, ProposalEffect, Readiness } from "./input.view.ts";
import { askForInput, closeInput, inputRounds, readiness, visibleRound } from "./input-rounds.ts";
import { effectOf } from "./proposal-effect.ts";
import { answerProposal, proposalsOf, visibleProposal } from "./proposals.ts";

const InProject = z.strictObject({ projectId: uuid() });
const OneProposal = z.strictObject({ proposalId: uuid() });
const tag = "Input";

const GivenPatch = z.strictObject({
  title: title().optional(),
  outcome: text(10_000).optional(),
  targetOn: civilDate().optional(),
  criteria: z.array(title(LIMITS.line)).max(50).optional(),
});

export const inputRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/input-readiness",
    id: "getInputReadiness",
    tag,
    summary: "What a client should find in the plan before they are asked, and what of it is missing",
    params: InProject,
    response: Readiness,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => readiness(scope, project),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/input-rounds",
    id: "listInputRounds",
    tag,
    summary: "Who was asked what they think of the plan, newest round first",
    params: InProject,
    response: pageOf(InputRound),
    policy: { action: "plan.work", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => onePage(await inputRounds(scope, project)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/input-rounds",
    id: "askForInput",
    tag,
    summary:
      "Publish the plan as it was previewed and ask people what they think, each by a link of their own",
    status: 201,
    params: InProject,
    body: z.strictObject({
      personIds: z.array(uuid()).min(1).max(50),
      deadlineOn: civilDate(),
      words: text(5_000),
      gapsReason: line(1_000).default(""),
      clientText: text(10_000),
      expectedHash: z.string().regex(/^[0-9a-f]{64}$/, "Send the hash of the preview."),
      expectedLast: z.int().min(0).max(1_000_000),
    }),
    response: InputRound,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => askForInput(scope, project, body),
  }),
  route({
    method: "POST",
    path: "/input-rounds/{roundId}/close",
    id: "closeInputRound",
    tag,
    summary: "End a round; its links only show what was said from then on",
    status: 204,
    params: z.strictObject({ roundId: uuid() }),
    policy: { action: "plan.edit", load: (scope, { params }) => visibleRound(scope, params.roundId) },
    handle: (scope, _input, { round }) => closeInput(scope, round),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/proposals",
    id: "listProposals",
    tag,
    summary: "What people proposed instead, open ones first",
    params: InProject,
    response: pageOf(Proposal),
    policy: { action: "plan.work", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => onePage(await proposalsOf(scope, project.id)),
  }),
  route({
    method: "POST",
    path: "/proposals/{proposalId}/effect",
    id: "previewProposal",
    tag,
    summary: "What accepting a proposal, or this counter to it, would change; changes nothing",
    status: 200,
    params: OneProposal,
    body: z.strictObject({ counter: GivenPatch.optional() }),
    response: ProposalEffect,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProposal(scope, params.proposalId) },
    handle: (scope, { body }, { project, proposal }) =>
      effectOf(
        scope,
        { project, milestoneId: proposal.milestoneId },
        body.counter ?? Patch.parse(proposal.patch),
      ),
  }),
  route({
    method: "POST",
    path: "/proposals/{proposalId}/answer",
    id: "answerProposal",
    tag,
    summary: "Accept a proposal into the draft, counter it or decline it",
    status: 200,
    params: OneProposal,
    body: z.strictObject({
      verdict: z.enum(["accepted", "countered", "declined"]),
      words: line(2_000).default(""),
      counter: GivenPatch.optional(),
    }),
    response: Proposal,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProposal(scope, params.proposalId) },
    handle: (scope, { body }, { proposal }) => answerProposal(scope, proposal, body),
  }),
];
