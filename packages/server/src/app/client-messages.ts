import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { cut } from "../kit/cut.ts";
import { type Mail, subjectOf } from "../mail/letters.ts";
import { dropMail, rewriteMail, waitingMail, waitingMails } from "../mail/waiting-mails.store.ts";
import { mailWithHomeLink } from "../portal/home-link.ts";
import { type Recipient, recipientsOf } from "../publications/publications.store.ts";
import { clientMessage, type MessageEvent, messageEvents, toldOf } from "./client-messages.store.ts";

type Letter = Extract<Mail, { kind: "message" }>;
type Told = Letter["data"]["messages"][number];

const CURSOR = "client messages";
const BATCH = 200;
const EXCERPT = 1_500;
const DAY_MS = 86_400_000;

/** What the team writes to a client is mailed to its people, unless it is deleted while a publication could be taken back. */
export async function mailClientMessages({ database, kit }: Services): Promise<number> {
  const { maintenance } = database;
  const now = kit.clock.now();
  const [next] = await messageEvents(maintenance, await peekCursor(maintenance, CURSOR), 1);
  const heldSince = now.getTime() - kit.publishHoldMs;
  if (!next || isHeld(next, heldSince)) return 0;
  return maintenance.transaction().execute(async (tx) => {
    const events = await messageEvents(tx, await takeCursor(tx, CURSOR), BATCH);
    const firstHeld = events.findIndex((event) => isHeld(event, heldSince));
    const due = firstHeld === -1 ? events : events.slice(0, firstHeld);
    const last = due.at(-1);
    if (!last) return 0;
    for (const event of due)
      if (event.verb === "message.deleted") await takeOut(tx, event, now);
      else if (isNews(event)) await tell(tx, kit, event, now);
    await moveCursor(tx, CURSOR, last);
    return due.length;
  });
}

/** Deletions come at once, or behind what they delete. */
function isHeld(event: MessageEvent, heldSince: number): boolean {
  return isNews(event) && event.at.getTime() > heldSince;
}

function isNews({ verb }: MessageEvent): boolean {
  return verb === "message.sent" || verb === "message.restored";
}

async function tell(tx: Tx, kit: Kit, event: MessageEvent, now: Date): Promise<void> {
  const { workspaceId, projectId, messageId, at } = event;
  // What is older was read long ago: a worker that begins anew tells nobody of it.
  if (projectId === null || now.getTime() - at.getTime() > DAY_MS) return;
  const message = await clientMessage(tx, event);
  if (!message) return;
  const { project, title, body, author } = message;
  const text = body.length > EXCERPT ? `${cut(body, EXCERPT)}…` : body;
  const told = { id: messageId, title, text, author };
  const scope = { tx, kit, now, actor: houseOf(workspaceId), requestId: "" };
  const before = await toldOf(tx, event);
  for (const recipient of await recipientsOf(scope, projectId)) {
    if (before.has(recipient.id)) continue;
    const to = { workspaceId, projectId, recipient };
    if (!(await addToWaiting(tx, to, told, now))) await queueNew(tx, kit, to, project, told);
  }
}

interface To {
  workspaceId: string;
  projectId: string;
  recipient: Recipient;
}

async function addToWaiting(
  tx: Tx,
  { workspaceId, projectId, recipient }: To,
  told: Told,
  now: Date,
): Promise<boolean> {
  const { id: personId, language } = recipient;
  const waiting = await waitingMail(tx, { workspaceId, personId, projectId, kind: "message" }, now);
  if (!waiting) return false;
  await rewrite(tx, { ...waiting, workspaceId, language }, (messages) => [...messages, told]);
  return true;
}

async function queueNew(
  tx: Tx,
  kit: Kit,
  { workspaceId, projectId, recipient }: To,
  project: string,
  told: Told,
): Promise<void> {
  const { id: personId, email, language } = recipient;
  await mailWithHomeLink(
    tx,
    kit,
    { workspaceId, personId, email, language, projectId, subjectId: told.id },
    (linkId) => ({ kind: "message", data: { linkId, project, messages: [told] } }),
    `${told.id}:${personId}`,
  );
}

/** What was deleted is in no mail that has yet to leave; unless it stands there again. */
async function takeOut(tx: Tx, event: MessageEvent, now: Date) {
  const { workspaceId, projectId, messageId } = event;
  if (projectId === null || (await clientMessage(tx, event))) return;
  for (const mail of await waitingMails(tx, { workspaceId, projectId, kind: "message" }, now))
    await rewrite(tx, { ...mail, workspaceId }, (messages) => messages.filter(({ id }) => id !== messageId));
}

async function rewrite(
  tx: Tx,
  { workspaceId, id, language, data }: { workspaceId: string; id: string; language: string; data: unknown },
  change: (messages: Told[]) => Told[],
): Promise<void> {
  // Written by this module alone.
  const before = data as Letter["data"];
  const after = { ...before, messages: change(before.messages) };
  if (after.messages.length === 0) return dropMail(tx, { workspaceId, id });
  const subject = subjectOf({ kind: "message", data: after }, language);
  // An answer to a mail about several is about the project.
  const subjectId = after.messages.length === 1 ? (after.messages[0]?.id ?? null) : null;
  await rewriteMail(tx, { workspaceId, id }, { subject, data: JSON.stringify(after), subjectId });
}
