import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, refused } from "../kit/errors.ts";
import type { Message } from "../words/say.ts";
import { deleteContact } from "./contacts.store.ts";
import {
  blankPerson,
  type ContactEver,
  deleteOwnRows,
  findContactEver,
  forgetName,
  holdPerson,
  openAsks,
} from "./erase-person.store.ts";

/** Who it was that said and decided, once nobody may know it; client pages say it in their reader's language. */
const FORMER = "Former contact" satisfies Message;

export async function contactEver(scope: Scope, personId: string): Promise<ContactEver> {
  const found = await findContactEver(scope, personId);
  if (!found) throw notFound();
  return found;
}

/**
 * Whoever asks to be forgotten: who they were goes, and what they said and decided stays, of somebody without a name. The
 * seals were made over salted hashes of the name, so they hold.
 */
export async function erasePerson(scope: Scope, personId: string, typed: string): Promise<void> {
  await holdPerson(scope, personId);
  const person = await contactEver(scope, personId);
  if (typed.trim() !== person.name)
    throw refused("name-differs", "Type the name as it stands here, to be sure that it is this person.");
  const open = await openAsks(scope, personId);
  if (open.length > 0)
    throw refused(
      "still-asked",
      "Something is still asked of this person. Take it back, or ask somebody else, before they are erased.",
      { open },
    );
  await deleteOwnRows(scope, person);
  await deleteContact(scope, personId);
  await forgetName(scope, person, FORMER);
  await blankPerson(scope, personId, FORMER);
  await record(scope, { verb: "person.erased", subject: { kind: "person", id: personId } });
}
