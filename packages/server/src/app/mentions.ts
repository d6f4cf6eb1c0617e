import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { cut } from "../kit/cut.ts";
import { queueMail } from "../mail/mails.ts";
import {
  type Mentioned,
  mentionedIn,
  type NamedInMessage,
  namedIn,
  writtenEvents,
} from "./mentions.store.ts";

const CURSOR = "mentions";
const BATCH = 200;
const EXCERPT = 400;

/**
 * One mail per comment or message and person who is mentioned in it, whichever process gets there first and however often
 * it is edited: the mail's own key says so.
 */
export async function mailMentions({ database, kit }: Services): Promise<number> {
  const { maintenance } = database;
  if ((await writtenEvents(maintenance, await peekCursor(maintenance, CURSOR), 1)).length === 0) return 0;
  return maintenance.transaction().execute(async (tx) => {
    const events = await writtenEvents(tx, await takeCursor(tx, CURSOR), BATCH);
    const last = events.at(-1);
    if (!last) return 0;
    const idsOf = (kind: string) => [
      ...new Set(events.flatMap((each) => (each.kind === kind ? each.id : []))),
    ];
    const inComments = await mentionedIn(tx, idsOf("comment"));
    for (const one of inComments) await mail(tx, kit, one, one.commentId, place(one, one.projectKey));
    const inMessages = await namedIn(tx, idsOf("message"));
    for (const one of inMessages) await mail(tx, kit, one, one.messageId, messagePlace(one));
    await moveCursor(tx, CURSOR, last);
    return inComments.length + inMessages.length;
  });
}

type Written = Pick<Mentioned, "workspaceId" | "personId" | "email" | "author" | "projectName" | "body">;

async function mail(tx: Tx, kit: Kit, one: Written, id: string, at: Place): Promise<void> {
  const { workspaceId, personId, email, author, projectName, body } = one;
  const excerpt = body.length > EXCERPT ? `${cut(body, EXCERPT)}…` : body;
  const data = { author, project: projectName, excerpt, ...at };
  await queueMail(tx, kit, { workspaceId, personId, email }, { kind: "mention", data }, `${id}:${personId}`);
}

interface Place {
  subject: string;
  path: `/${string}`;
}

function place(one: Mentioned, key: string): Place {
  if (one.cardTitle !== null) return { subject: one.cardTitle, path: `/c/${key}-${one.cardNumber}` };
  if (one.milestoneTitle !== null)
    return { subject: one.milestoneTitle, path: `/m/${key}-M${one.milestoneNumber}` };
  if (one.messageId !== null)
    return messagePlace({ projectKey: key, messageId: one.messageId, title: one.messageTitle ?? "" });
  return { subject: one.objective ?? one.projectName, path: `/p/${key.toLowerCase()}` };
}

function messagePlace({
  projectKey,
  messageId,
  title,
}: Pick<NamedInMessage, "projectKey" | "messageId" | "title">): Place {
  return { subject: title, path: `/p/${projectKey.toLowerCase()}/updates/${messageId}` };
}
