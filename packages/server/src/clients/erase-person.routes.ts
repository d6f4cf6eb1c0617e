import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import { onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { listFormerContacts } from "./erase-person.store.ts";
import { contactEver, erasePerson } from "./erase-person.ts";
import { personData } from "./person-data.store.ts";

const tag = "Clients";

const FormerContact = z
  .object({ personId: z.string(), name: z.string(), email: z.string() })
  .meta({ id: "FormerContact" });

export const erasePersonRoutes = [
  route({
    method: "GET",
    path: "/former-contacts",
    id: "listFormerContacts",
    tag,
    summary: "Contacts who were taken off and are not erased",
    response: pageOf(FormerContact),
    policy: { action: "person.erase" },
    handle: async (scope) => onePage(await listFormerContacts(scope)),
  }),
  route({
    method: "GET",
    path: "/contacts/{contactId}/export",
    id: "exportPerson",
    tag,
    summary: "Everything that is kept about a contact, as a JSON file",
    params: z.strictObject({ contactId: uuid() }),
    policy: {
      action: "person.erase",
      load: (scope, { params }) => contactEver(scope, params.contactId).then(() => ({})),
    },
    handle: async (scope, { params }) =>
      new Answer(200, JSON.stringify(await personData(scope, params.contactId), null, 2), {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="person.json"',
        "cache-control": "no-store",
      }),
  }),
  route({
    method: "POST",
    path: "/contacts/{contactId}/erase",
    id: "erasePerson",
    tag,
    summary: "Erase who a contact was; what they said and decided stays, without a name",
    params: z.strictObject({ contactId: uuid() }),
    body: z.strictObject({ name: title(120) }),
    policy: {
      action: "person.erase",
      load: (scope, { params }) => contactEver(scope, params.contactId).then(() => ({})),
    },
    handle: (scope, { params, body }) => erasePerson(scope, params.contactId, body.name),
  }),
];
