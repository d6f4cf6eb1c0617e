import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { cut } from "../kit/cut.ts";
import { queueMail } from "../mail/mails.ts";
import { makePersonLink } from "../portal/person-links.ts";
import {
  answerersOf,
  askersIn,
  type ClientComment,
  clientComments,
  commentEvents,
} from "./client-talk.store.ts";

const CURSOR = "client talk";
const BATCH = 200;
const EXCERPT = 400;
/** What is older was read long ago: a worker that begins anew tells nobody of it. */
const DAY_MS = 86_400_000;

/** What a client writes is mailed to who answers for it, and an answer to who has written; once for each comment and reader. */
export async function mailClientTalk({ database, kit }: Services): Promise<number> {
  const { maintenance } = database;
  if ((await commentEvents(maintenance, await peekCursor(maintenance, CURSOR), 1)).length === 0) return 0;
  return maintenance.transaction().execute(async (tx) => {
    const events = await commentEvents(tx, await takeCursor(tx, CURSOR), BATCH);
    const last = events.at(-1);
    if (!last) return 0;
    const ids = [...new Set(events.map(({ commentId }) => commentId))];
    const comments = await clientComments(tx, ids, new Date(kit.clock.now().getTime() - DAY_MS));
    for (const comment of comments)
      await (comment.contactId === null ? tellAskers(tx, kit, comment) : tellAnswerers(tx, kit, comment));
    await moveCursor(tx, CURSOR, last);
    return comments.length;
  });
}

async function tellAnswerers(tx: Tx, kit: Kit, comment: ClientComment): Promise<void> {
  const { workspaceId, commentId, projectId, author, projectName } = comment;
  const path = placeOf(comment);
  const subject = comment.messageTitle ?? comment.milestoneTitle ?? projectName;
  const data = { author, project: projectName, subject, excerpt: excerptOf(comment), path };
  for (const { personId, email } of await answerersOf(tx, comment))
    await queueMail(
      tx,
      kit,
      { workspaceId, personId, email, projectId },
      { kind: "clientWords", data },
      `${commentId}:${personId}`,
    );
}

async function tellAskers(tx: Tx, kit: Kit, comment: ClientComment): Promise<void> {
  const { workspaceId, commentId, projectId, author, projectName } = comment;
  const subjectId = comment.messageId ?? comment.milestoneId;
  for (const { personId, email, language } of await askersIn(tx, comment)) {
    const person = { id: personId, email };
    const linkId = await makePersonLink(tx, kit, { workspaceId, kind: "home", person, projectId });
    const data = { linkId, author, project: projectName, excerpt: excerptOf(comment) };
    const to = {
      workspaceId,
      personId,
      email,
      language,
      projectId,
      ...(subjectId ? { subjectId } : {}),
    };
    await queueMail(tx, kit, to, { kind: "answer", data }, `${commentId}:${personId}`);
  }
}

function placeOf({ projectKey, messageId, milestoneNumber }: ClientComment): `/${string}` {
  const project = `/p/${projectKey.toLowerCase()}` as const;
  if (messageId !== null) return `${project}/updates/${messageId}`;
  return milestoneNumber === null ? `${project}/talk` : `/m/${projectKey}-M${milestoneNumber}`;
}

function excerptOf({ body }: ClientComment): string {
  return body.length > EXCERPT ? `${cut(body, EXCERPT)}…` : body;
}
