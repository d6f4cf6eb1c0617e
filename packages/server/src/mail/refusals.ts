import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { MAIL_KINDS, type MailKind, optionalOf } from "./letters.ts";
import { deleteRefusal, insertRefusal, refuseWaiting } from "./refusals.store.ts";
import type { Unsubscribing } from "./unsubscribe.ts";

/** Switches mails of one kind off or on for one person; once more is no news. */
export async function switchMails(tx: Tx, wish: Unsubscribing, on: boolean, at: Date): Promise<void> {
  const { workspaceId, personId, kind } = wish;
  if (!(on ? await deleteRefusal(tx, wish) : await insertRefusal(tx, wish))) return;
  if (!on) await refuseWaiting(tx, wish);
  await recordFor(
    tx,
    { workspaceId, actorId: personId, at },
    { verb: "person.mailsSwitched", subject: { kind: "person", id: personId }, data: { kind, on } },
  );
}

/** The kinds that members switch off one by one. */
export function switchableKinds(): MailKind[] {
  return MAIL_KINDS.filter((kind) => {
    const optional = optionalOf(kind);
    return optional?.readers.includes("member") && !optional.setWithRhythm;
  });
}
