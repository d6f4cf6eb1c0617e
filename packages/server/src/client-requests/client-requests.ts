import type { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { findMilestone } from "../milestones/milestones.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { contactsOfProject } from "../projects/project-people.store.ts";
import { markReturned } from "./answers.store.ts";
import {
  findRequest,
  insertRequest,
  listRequests,
  listWaiting,
  nextNumber,
  type RequestRow,
  stepRequest,
  updateRequest,
} from "./client-requests.store.ts";
import { presentRequest, type RequestKind } from "./client-requests.view.ts";
import { mailRequest } from "./request-mails.ts";

export interface RequestWords {
  kind: z.infer<typeof RequestKind>;
  title: string;
  why: string;
  questions: string[];
  dueOn: string | null;
  milestoneId: string | null;
  contactId: string | null;
}

export interface RequestAccess {
  project: ProjectAccess;
  request: RequestRow;
}

/** A request of a project that this person may see; what is asked of clients is no business of guests. */
export async function visibleRequest(scope: Scope, id: string): Promise<RequestAccess> {
  const request = scope.actor.role === "guest" ? undefined : await findRequest(scope, id);
  if (!request) throw notFound();
  return { ...(await visibleProject(scope, request.projectId)), request };
}

export async function requestsOf(scope: Scope, { id }: ProjectAccess): Promise<RequestRow[]> {
  return scope.actor.role === "guest" ? [] : listRequests(scope, id);
}

export async function waitingRequests(scope: Scope, projectIds: readonly string[]): Promise<RequestRow[]> {
  return scope.actor.role === "guest" ? [] : listWaiting(scope, projectIds);
}

export async function createRequest(
  scope: Scope,
  project: ProjectAccess,
  wanted: Some<RequestWords> & Pick<RequestWords, "kind" | "title">,
): Promise<RequestRow> {
  const {
    kind,
    title,
    why = "",
    questions = [],
    dueOn = null,
    milestoneId = null,
    contactId = null,
  } = wanted;
  if (project.clientId === null) throw refused("no-client", "This project has no client to ask.");
  await expectParts(scope, project.id, { milestoneId, contactId });
  await lockPlan(scope, project.id);
  const id = newId();
  const { workspaceId } = scope.actor;
  const number = await nextNumber(scope, project.id);
  await insertRequest(scope, {
    workspaceId,
    id,
    projectId: project.id,
    number,
    kind,
    title,
    why,
    questions: JSON.stringify(questions),
    dueOn,
    milestoneId,
    contactId,
    askedBy: null,
    closedBy: null,
    askedAt: null,
    answeredAt: null,
    closedAt: null,
    createdAt: scope.now,
  });
  await tell(scope, { id, projectId: project.id, milestoneId }, "created", "team", { number, title, kind });
  return one(scope, id);
}

/** What was asked is not changed under the client's hands: kind, questions and contact stay as they were asked. */
export async function changeRequest(
  scope: Scope,
  before: RequestRow,
  revision: number,
  wanted: Some<RequestWords>,
): Promise<RequestRow> {
  const change = given(wanted);
  if (asksNothing(change)) return before;
  refuseChange(before, change);
  await expectParts(scope, before.projectId, {
    milestoneId: change.milestoneId ?? null,
    contactId: change.contactId ?? null,
  });
  const { questions, ...plain } = change;
  const stored = questions === undefined ? plain : { ...plain, questions: JSON.stringify(questions) };
  if (!(await updateRequest(scope, before.id, revision, stored)))
    throw stale(presentRequest(await one(scope, before.id)));
  await tell(scope, before, "changed", before.state === "draft" ? "team" : "client", {
    fields: Object.keys(change),
    ...("dueOn" in change ? { dueOn: { before: before.dueOn, after: change.dueOn } } : {}),
  });
  return one(scope, before.id);
}

function refuseChange({ state }: RequestRow, change: Some<RequestWords>): void {
  if (state === "accepted" || state === "cancelled")
    throw refused("request-closed", "This request is closed: it can no longer be changed.", { state });
  const fixed = (["kind", "questions", "contactId"] as const).filter((field) => change[field] !== undefined);
  if (state !== "draft" && fixed.length > 0)
    throw refused(
      "request-asked",
      "It has been asked already. Cancel it and ask anew where another person or another question is meant.",
      { fields: fixed },
    );
}

/** From now on the client's clock runs. */
export async function askClient(scope: Scope, { project, request }: RequestAccess): Promise<RequestRow> {
  const { id, contactId, kind, questions } = request;
  const contacts = await contactsOfProject(scope, project.id);
  if (contactId === null || !contacts.some((contact) => contact.id === contactId))
    throw refused("no-contact", "Say who of the client is asked. They need a part in this project.");
  if (kind === "answers" && (!Array.isArray(questions) || questions.length === 0))
    throw refused("no-question", "Write at least one question.");
  const { workspaceId, personId } = scope.actor;
  const step = { state: "asked", askedAt: scope.now, askedBy: personId };
  if (!(await stepRequest(scope.tx, { workspaceId, id }, ["draft"], step))) throw await elsewhere(scope, id);
  await tell(scope, request, "asked", "client", { dueOn: request.dueOn });
  const asked = await one(scope, id);
  await mailRequest(scope, asked, { turn: "asked" });
  return asked;
}

export async function acceptAnswer(scope: Scope, request: RequestRow, round: number): Promise<RequestRow> {
  const { workspaceId, personId } = scope.actor;
  const { id } = request;
  await expectRound(scope, request, round);
  const step = { state: "accepted", closedAt: scope.now, closedBy: personId };
  if (!(await stepRequest(scope.tx, { workspaceId, id }, ["answered"], step)))
    throw await elsewhere(scope, id);
  await tell(scope, request, "accepted", "client", { round });
  return one(scope, id);
}

/** Back to the client with the reason: a new round, on the same clock. */
export async function sendBack(
  scope: Scope,
  request: RequestRow,
  { round, reason }: { round: number; reason: string },
): Promise<RequestRow> {
  const { id } = request;
  await expectRound(scope, request, round);
  const { workspaceId } = scope.actor;
  const step = { state: "asked", answeredAt: null };
  const moved = await stepRequest(scope.tx, { workspaceId, id }, ["answered"], step);
  if (!moved || !(await markReturned(scope, id, round, reason))) throw await elsewhere(scope, id);
  await tell(scope, request, "returned", "client", { round, reason });
  const now = await one(scope, id);
  await mailRequest(scope, now, { turn: "returned", reason });
  return now;
}

export async function cancelRequest(scope: Scope, request: RequestRow): Promise<RequestRow> {
  const { workspaceId, personId } = scope.actor;
  const { id, state } = request;
  const step = { state: "cancelled", closedAt: scope.now, closedBy: personId };
  const open = ["draft", "asked", "answered"];
  if (!(await stepRequest(scope.tx, { workspaceId, id }, open, step))) throw await elsewhere(scope, id);
  await tell(scope, request, "cancelled", state === "draft" ? "team" : "client", { from: state });
  return one(scope, id);
}

/** What is answered for is the answer that was seen. */
async function expectRound(scope: Scope, { id }: RequestRow, round: number): Promise<void> {
  const { state, sent } = await one(scope, id);
  if (state !== "answered" || sent.at(-1)?.it.round !== round) throw await elsewhere(scope, id);
}

/** Somebody else was first: what they made of it travels along. */
async function elsewhere(scope: Scope, id: string) {
  const now = presentRequest(await one(scope, id));
  return conflict("request-moved", "Somebody else was first. This is how the request stands now.", {
    state: now.state,
    request: now,
  });
}

async function expectParts(
  scope: Scope,
  projectId: string,
  { milestoneId, contactId }: Pick<RequestWords, "milestoneId" | "contactId">,
): Promise<void> {
  if (milestoneId !== null && (await findMilestone(scope, milestoneId))?.projectId !== projectId)
    throw notFound("There is no such milestone in this project.");
  if (contactId === null) return;
  const contacts = await contactsOfProject(scope, projectId);
  if (!contacts.some(({ id }) => id === contactId))
    throw notFound("This contact has no part in the project.");
}

async function tell(
  scope: Scope,
  { id, projectId, milestoneId }: Pick<RequestRow, "id" | "projectId" | "milestoneId">,
  happened: "created" | "changed" | "asked" | "accepted" | "returned" | "cancelled",
  audience: "team" | "client",
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, {
    verb: `clientRequest.${happened}`,
    subject: { kind: "clientRequest", id },
    projectId,
    audience,
    data: { ...data, milestoneId },
  });
}

async function one(scope: Scope, id: string): Promise<RequestRow> {
  const found = await findRequest(scope, id);
  if (!found) throw notFound();
  return found;
}
