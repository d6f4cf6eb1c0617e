import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import { cut } from "../kit/cut.ts";
import { queueMail } from "../mail/mails.ts";
import { commentEvents, type Mentioned, mentionedIn } from "./mentions.store.ts";

const CURSOR = "mentions";
const BATCH = 200;
const EXCERPT = 400;

/**
 * One mail per comment and person who is mentioned in it, whichever process gets there first and however often the
 * comment is edited: the mail's own key says so.
 */
export async function mailMentions({ database, kit }: Services): Promise<number> {
  const { maintenance } = database;
  if ((await commentEvents(maintenance, await peekCursor(maintenance, CURSOR), 1)).length === 0) return 0;
  return maintenance.transaction().execute(async (tx) => {
    const events = await commentEvents(tx, await takeCursor(tx, CURSOR), BATCH);
    const last = events.at(-1);
    if (!last) return 0;
    const mentioned = await mentionedIn(tx, [...new Set(events.map(({ commentId }) => commentId))]);
    for (const one of mentioned) {
      const to = { workspaceId: one.workspaceId, personId: one.personId, email: one.email };
      await queueMail(
        tx,
        kit,
        to,
        { kind: "mention", data: letter(one) },
        `${one.commentId}:${one.personId}`,
      );
    }
    await moveCursor(tx, CURSOR, last);
    return mentioned.length;
  });
}

function letter(one: Mentioned) {
  const { author, projectName, projectKey, body } = one;
  const excerpt = body.length > EXCERPT ? `${cut(body, EXCERPT)}…` : body;
  return { author, project: projectName, excerpt, ...place(one, projectKey) };
}

function place(one: Mentioned, key: string): { subject: string; path: `/${string}` } {
  if (one.cardTitle !== null) return { subject: one.cardTitle, path: `/c/${key}-${one.cardNumber}` };
  if (one.milestoneTitle !== null)
    return { subject: one.milestoneTitle, path: `/m/${key}-M${one.milestoneNumber}` };
  if (one.messageId !== null)
    return { subject: one.messageTitle ?? "", path: `/p/${key.toLowerCase()}/updates/${one.messageId}` };
  return { subject: one.objective ?? one.projectName, path: `/p/${key.toLowerCase()}` };
}
