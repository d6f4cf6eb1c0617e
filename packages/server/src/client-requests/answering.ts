import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { addFile } from "../files/files.ts";
import { conflict, forbidden, invalid, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { queueMail } from "../mail/mails.ts";
import type { SentFile } from "../portal/portal-form.ts";
import { moveToTrash } from "../projects/trash.ts";
import type { SubjectRef } from "../talk/subject.ts";
import {
  addAnswerFile,
  answerFiles,
  dropAnswerFile,
  keepDraft,
  markSent,
  returnedRounds,
} from "./answers.store.ts";
import { findRequest, type RequestRow, stepRequest } from "./client-requests.store.ts";
import { Texts } from "./client-requests.view.ts";
import { findAsker } from "./request-people.store.ts";

export interface Given {
  words: string;
  answers: string[];
  files: readonly SentFile[];
  /** Files of the draft that are left out again. */
  without: readonly string[];
  /** The member who handed over the link that it comes by. */
  handedOverBy: string | null;
}

/** Keeps what was typed and what was chosen, for later; only for the person who was asked. */
export async function keepAnswer(scope: Scope, requestId: string, given: Given): Promise<void> {
  const request = await asked(scope, requestId);
  await keep(scope, request, given);
}

/** The answer to what was asked; of two at once the first counts. */
export async function sendAnswer(scope: Scope, requestId: string, given: Given): Promise<void> {
  const request = await asked(scope, requestId);
  const { workspaceId } = scope.actor;
  const step = { state: "answered", answeredAt: scope.now };
  // The row is held from here on: whoever else answers, cancels or asks again comes after.
  if (!(await stepRequest(scope.tx, { workspaceId, id: requestId }, ["asked"], step))) throw answered();
  const { id, round, handedOverBy } = await keep(scope, request, given);
  await refuseEmpty(scope, request, id, given);
  if (!(await markSent(scope, id))) throw answered();
  const { projectId, milestoneId } = request;
  await record(scope, {
    verb: "clientRequest.answered",
    subject: { kind: "clientRequest", id: requestId },
    projectId,
    audience: "client",
    data: { round, milestoneId, ...(handedOverBy ? { handedOverBy } : {}) },
  });
  await tellAsker(scope, request, round);
}

async function asked(scope: Scope, requestId: string): Promise<RequestRow> {
  const request = await findRequest(scope, requestId);
  if (!request) throw notFound();
  if (request.contactId !== scope.actor.personId)
    throw forbidden("Only the person who was asked can answer this.");
  if (request.state !== "asked") throw answered();
  return request;
}

function answered() {
  return conflict(
    "request-moved",
    "It has been answered already, or is no longer needed. This is how it stands now.",
  );
}

async function keep(
  scope: Scope,
  request: RequestRow,
  { words, answers, files, without, handedOverBy }: Given,
): Promise<{ id: string; round: number; handedOverBy: string | null }> {
  const round = (await returnedRounds(scope, request.id)) + 1;
  const answer = { id: newId(), requestId: request.id, round, words, answers, handedOverBy };
  const draft = await keepDraft(scope, answer);
  if (!draft) throw answered();
  const known = await answerFiles(scope, draft.id);
  for (const { id, name } of known.filter((file) => without.includes(file.id)))
    if (await dropAnswerFile(scope, draft.id, id))
      await moveToTrash(scope, { kind: "file", id, title: name, projectId: request.projectId });
  const { projectId } = request;
  const subject: SubjectRef =
    request.milestoneId === null
      ? { kind: "project", id: projectId }
      : { kind: "milestone", id: request.milestoneId };
  const access = { project: { id: projectId, role: null, seesMoney: false }, subject };
  for (const { name, blob } of files)
    await addAnswerFile(scope, draft.id, (await addFile(scope, access, "client", name, blob)).id);
  return { id: draft.id, round, handedOverBy: draft.handedOverBy };
}

async function refuseEmpty(
  scope: Scope,
  { kind, questions }: RequestRow,
  answerId: string,
  { words, answers }: Given,
): Promise<void> {
  if (kind === "access" && words.trim() === "")
    throw invalid([{ path: "words", message: "Please write how we get in." }]);
  if (kind === "files" && (await answerFiles(scope, answerId)).length === 0)
    throw invalid([{ path: "files", message: "Please choose at least one file." }]);
  if (kind !== "answers") return;
  const open = Texts.parse(questions).flatMap((_question, n) =>
    (answers[n] ?? "").trim() === ""
      ? [{ path: `answer-${n}`, message: "Please write an answer to each question." }]
      : [],
  );
  if (open.length > 0) throw invalid(open);
}

/** Who asked hears of it, or who leads where they have left. */
async function tellAsker(scope: Scope, request: RequestRow, round: number): Promise<void> {
  const asker = await findAsker(scope.tx, request);
  if (!asker) return;
  const { personId, email, project, path } = asker;
  const { workspaceId, id, projectId, title } = request;
  const through = (await findRequest(scope, id))?.sent.at(-1)?.it.handedOverName;
  const contact = scope.actor.name;
  const data = { contact, project, title, path, ...(through ? { through } : {}) };
  await queueMail(
    scope.tx,
    scope.kit,
    { workspaceId, personId, email, projectId },
    { kind: "requestNews", data },
    `${id}:${round}:${personId}`,
  );
}
