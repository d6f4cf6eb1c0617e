import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { findMail, isStillTheirs, type MailRow, queueAgain } from "./mails.store.ts";

/** The same mail once more, to the same address: whoever has another one since then is asked anew. */
export async function sendAgain(scope: Scope, mail: MailRow): Promise<MailRow> {
  const { tx, kit, now } = scope;
  const { personId } = mail;
  if (!kit.mail.configured)
    throw refused("no-mail-server", "Milepost was started without a mail server, so nothing can be sent.");
  if (personId && !(await isStillTheirs(tx, { ...mail, personId })))
    throw refused(
      "address-changed",
      "Whom it was for has another address now, or is gone. What they are to get is asked for anew, from its own page.",
    );
  if (!(await queueAgain(tx, mail, now)))
    throw conflict("not-failed", "This mail has not failed: it was sent, or is about to leave.");
  await record(scope, {
    verb: "mail.sentAgain",
    subject: { kind: "mail", id: mail.id },
    projectId: mail.projectId,
    data: { personId },
  });
  return (await findMail(tx, mail.workspaceId, mail.id)) ?? mail;
}

export async function mail({ tx, actor }: Scope, id: string): Promise<MailRow> {
  const found = await findMail(tx, actor.workspaceId, id);
  if (!found) throw notFound();
  return found;
}
