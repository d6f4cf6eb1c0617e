import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { client } from "./clients.ts";
import { endAccess } from "./contact-access.ts";
import {
  type ContactRow,
  deleteContact,
  insertContact,
  isMemberAddress,
  listContacts,
  updateContact,
} from "./contacts.store.ts";

export interface NewContact {
  clientId: string;
  name: string;
  email: string;
  zone?: string | undefined;
  language: string;
}

export async function contact(scope: Scope, personId: string): Promise<ContactRow> {
  const found = (await listContacts(scope, { personId }))[0];
  if (!found) throw notFound();
  return found;
}

export async function addContact(scope: Scope, wanted: NewContact): Promise<ContactRow> {
  const home = await client(scope, wanted.clientId);
  await refuseTakenAddress(scope, wanted.email);
  const personId = newId();
  await insertContact(scope, { ...wanted, personId, zone: wanted.zone ?? home.zone ?? scope.actor.zone });
  await record(scope, {
    verb: "contact.added",
    subject: { kind: "client", id: wanted.clientId },
    data: { personId },
  });
  return contact(scope, personId);
}

export async function changeContact(
  scope: Scope,
  before: ContactRow,
  revision: number,
  wanted: Some<Omit<NewContact, "clientId">>,
): Promise<ContactRow> {
  if (asksNothing(wanted)) return before;
  const moves = wanted.email !== undefined && wanted.email !== before.email;
  if (moves) await refuseTakenAddress(scope, wanted.email ?? "");
  const change = given(wanted);
  if (!(await updateContact(scope, before.personId, revision, change)))
    throw stale(await contact(scope, before.personId));
  const { personId, clientId } = before;
  // What went to the old address may be in other hands.
  if (moves) await endAccess(scope.tx, { workspaceId: scope.actor.workspaceId, personId }, scope.now);
  await record(scope, {
    verb: "contact.changed",
    subject: { kind: "client", id: clientId },
    data: { personId, fields: Object.keys(change) },
  });
  return contact(scope, personId);
}

export async function removeContact(scope: Scope, { personId, clientId }: ContactRow): Promise<void> {
  await endAccess(scope.tx, { workspaceId: scope.actor.workspaceId, personId }, scope.now);
  await deleteContact(scope, personId);
  await record(scope, {
    verb: "contact.removed",
    subject: { kind: "client", id: clientId },
    data: { personId },
  });
}

/** One row per human: an address belongs to one member or one contact. */
async function refuseTakenAddress(scope: Scope, email: string): Promise<void> {
  const taken = (await listContacts(scope, { email })).length > 0 || (await isMemberAddress(scope, email));
  if (taken) throw conflict("address-taken", "Somebody with this mail address is here already.");
}
