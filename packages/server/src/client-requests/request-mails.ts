import type { Scope } from "../access/scope.ts";
import { cut } from "../kit/cut.ts";
import { mailStates } from "../mail/mails.store.ts";
import { queueMail } from "../mail/mails.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { findReader } from "../portal/readers.store.ts";
import type { RequestRow } from "./client-requests.store.ts";

/** Why the contact hears of it: asked, given back, reminded before, on and after the day, or wanting the link again. */
export type Turn = "asked" | "returned" | "soon" | "today" | "waiting" | "again";

interface Telling {
  turn: Turn;
  reason?: string;
}

type Asked = Pick<
  RequestRow,
  "workspaceId" | "id" | "projectId" | "contactId" | "title" | "why" | "dueOn" | "sent"
>;

/** Mails the named contact, once per round and turn; whoever has no part in the project any more hears nothing. */
export async function mailRequest(
  { tx, kit, now }: Pick<Scope, "tx" | "kit" | "now">,
  request: Asked,
  { turn, reason = "" }: Telling,
): Promise<void> {
  const { workspaceId, id, projectId, contactId: personId } = request;
  if (personId === null) return;
  const reader = await findReader(tx, { workspaceId, personId, projectId });
  if (!reader) return;
  const round = request.sent.filter(({ it }) => it.returnedAt !== null).length + 1;
  const once = turn === "again" ? now.toISOString() : (request.dueOn ?? "");
  const key = `${id}:${round}:${turn}:${once}`;
  // A link is made for a mail that leaves, not for one that has left.
  if ((await mailStates(tx, workspaceId, [`request:${key}`])).size > 0) return;
  const person = { id: personId, email: reader.email };
  const link = { workspaceId, kind: "request" as const, person, projectId, subjectId: id };
  const linkId = await makePersonLink(tx, kit, link);
  const { project, email, language } = reader;
  const { title, why, dueOn } = request;
  const data = { linkId, project, title, why: cut(why, 1_000), dueOn, turn, reason };
  await queueMail(
    tx,
    kit,
    { workspaceId, personId, email, language, projectId, subjectId: id },
    { kind: "request", data },
    key,
  );
}
