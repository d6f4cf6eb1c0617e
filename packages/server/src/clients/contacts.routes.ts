import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { email, onePage, pageOf, timeZone, title, uuid } from "../kit/fields.ts";
import { LANGUAGES } from "../words/say.ts";
import { type ContactRow, listContacts } from "./contacts.store.ts";
import { addContact, changeContact, contact, removeContact } from "./contacts.ts";

const Params = z.strictObject({ contactId: uuid() });

const Contact = z
  .object({
    personId: z.string(),
    clientId: z.string(),
    name: z.string(),
    email: z.string(),
    zone: z.string(),
    language: z.string(),
    revision: z.int(),
    /** When a mail to this address last came back; null while none has. */
    mailCameBackAt: z.string().nullable(),
  })
  .meta({ id: "Contact" });

const person = { name: title(120), email: email(), zone: timeZone(), language: z.enum(LANGUAGES) };

export const contactRoutes = [
  route({
    method: "GET",
    path: "/contacts",
    id: "listContacts",
    tag: "Clients",
    summary: "People at your clients",
    query: z.strictObject({ clientId: uuid().optional() }),
    response: pageOf(Contact),
    policy: { action: "client.read" },
    handle: async (scope, { query }) => onePage(await listContacts(scope, query)),
  }),
  route({
    method: "POST",
    path: "/contacts",
    id: "addContact",
    tag: "Clients",
    summary: "Add a person at a client",
    body: z.strictObject({
      ...person,
      clientId: uuid(),
      zone: timeZone().optional(),
      language: z.enum(LANGUAGES).default("en"),
    }),
    response: Contact,
    policy: { action: "client.edit" },
    handle: (scope, { body }) => addContact(scope, body),
  }),
  route({
    method: "PATCH",
    path: "/contacts/{contactId}",
    id: "changeContact",
    tag: "Clients",
    summary: "Change a contact",
    params: Params,
    body: z.strictObject(person).partial(),
    response: Contact,
    ifMatch: true,
    policy: { action: "client.edit", load: (scope, { params }) => found(scope, params.contactId) },
    handle: (scope, { body, revision }, { row }) => changeContact(scope, row, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/contacts/{contactId}",
    id: "removeContact",
    tag: "Clients",
    summary: "Remove a contact from client and projects",
    params: Params,
    policy: { action: "client.edit", load: (scope, { params }) => found(scope, params.contactId) },
    handle: (scope, _input, { row }) => removeContact(scope, row),
  }),
];

async function found(scope: Scope, contactId: string): Promise<{ personId: string; row: ContactRow }> {
  const row = await contact(scope, contactId);
  return { personId: row.personId, row };
}
