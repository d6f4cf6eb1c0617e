import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { forbidden, notFound, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { type CommentRow, findComment, insertComment, markDeleted, updateComment } from "./comments.store.ts";
import { presentComment } from "./comments.view.ts";
import { peopleNamed } from "./mentions.ts";
import {
  type Audience,
  columnsOf,
  type SubjectAccess,
  threadColumnsOf,
  threadOf,
  visibleSubject,
} from "./subject.ts";

export interface CommentAccess extends SubjectAccess {
  comment: CommentRow;
  authorId?: string;
}

/** A comment through what it hangs on; 404 for who may not see that, or once it is deleted. */
export async function visibleComment(scope: Scope, id: string): Promise<CommentAccess> {
  const comment = await findComment(scope, id);
  if (!comment || comment.deletedAt) throw notFound();
  const access = await visibleSubject(scope, threadOf(comment), comment.audience);
  return { ...access, comment, ...(comment.authorId ? { authorId: comment.authorId } : {}) };
}

interface Words {
  body: string;
  mentions?: string[] | undefined;
}

export async function addComment(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
  words: Words,
): Promise<CommentRow> {
  if (audience === "client" && !can(scope.actor, "clientThread.write", access)) throw forbidden();
  const { project, subject } = access;
  const comment = {
    id: newId(),
    body: words.body,
    mentions: await peopleNamed(scope, access, audience, words.mentions),
  };
  const insert = () => insertComment(scope, project.id, subject, audience, comment);
  const told = tell(scope, "comment.added", access, audience, comment.id, { mentions: comment.mentions });
  const [, first] = await Promise.all([told, insert()]);
  if (!first && !(await insert())) throw new Error("the thread was opened and is not there");
  return newRow(scope, access, audience, comment);
}

export async function editComment(
  scope: Scope,
  access: CommentAccess,
  revision: number,
  words: Words,
): Promise<CommentRow> {
  const { comment } = access;
  const { id, audience } = comment;
  const mentions = words.mentions
    ? await peopleNamed(scope, access, audience, words.mentions)
    : comment.mentions;
  if (!(await updateComment(scope, id, revision, { body: words.body, mentions })))
    throw stale(await current(scope, id));
  const added = mentions.filter((person) => !comment.mentions.includes(person));
  await tell(scope, "comment.edited", access, audience, id, { mentions: added });
  return (await findComment(scope, id)) ?? comment;
}

export async function deleteComment(scope: Scope, access: CommentAccess): Promise<void> {
  const { id, audience, cardId } = access.comment;
  if (!(await markDeleted(scope, id, cardId))) throw notFound();
  await tell(scope, "comment.deleted", access, audience, id, {});
}

async function current(scope: Scope, id: string) {
  const found = await findComment(scope, id);
  if (!found || found.deletedAt) throw notFound();
  return presentComment(found);
}

async function tell(
  scope: Scope,
  verb: `comment.${string}`,
  { project, subject }: SubjectAccess,
  audience: Audience,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { cardId } = columnsOf(subject);
  const facts = { ...data, about: subject, ...(cardId ? { cardId } : {}) };
  await record(scope, {
    verb,
    subject: { kind: "comment", id },
    projectId: project.id,
    audience,
    data: facts,
  });
}

/** A comment that was just written is known without asking for it again. */
function newRow(
  { actor, now }: Scope,
  { project, subject }: SubjectAccess,
  audience: Audience,
  comment: { id: string; body: string; mentions: string[] },
): CommentRow {
  return {
    ...comment,
    ...threadColumnsOf(subject),
    reactions: [],
    projectId: project.id,
    audience,
    authorId: actor.personId,
    authorName: actor.name,
    importedAuthor: null,
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    deleterName: null,
    revision: 1,
  };
}
