import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, timeZone, title, uuid } from "../kit/fields.ts";
import { country, region } from "../people/place.ts";
import { listClients } from "./clients.store.ts";
import { addClient, changeClient, client, removeClient } from "./clients.ts";

const Params = z.strictObject({ clientId: uuid() });

const Client = z
  .object({
    id: z.string(),
    name: z.string(),
    zone: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    /** Working days that it usually takes to answer; null while nobody has said. */
    answerDays: z.int().nullable(),
    revision: z.int(),
  })
  .meta({ id: "Client" });

const NewClient = z.strictObject({
  name: title(120),
  zone: timeZone().nullable().optional(),
  country: country().nullable().optional(),
  region: region().nullable().optional(),
  answerDays: z.int().min(1).max(60).nullable().optional(),
});

export const clientRoutes = [
  route({
    method: "GET",
    path: "/clients",
    id: "listClients",
    tag: "Clients",
    summary: "The companies you work for",
    response: pageOf(Client),
    policy: { action: "client.read" },
    handle: async (scope) => onePage(await listClients(scope)),
  }),
  route({
    method: "POST",
    path: "/clients",
    id: "addClient",
    tag: "Clients",
    summary: "Add a client",
    body: NewClient,
    response: Client,
    policy: { action: "client.edit" },
    handle: (scope, { body }) => addClient(scope, body),
  }),
  route({
    method: "GET",
    path: "/clients/{clientId}",
    id: "getClient",
    tag: "Clients",
    summary: "One client",
    params: Params,
    response: Client,
    policy: {
      action: "client.read",
      load: (scope, { params }) => client(scope, params.clientId).then(() => ({})),
    },
    handle: (scope, { params }) => client(scope, params.clientId),
  }),
  route({
    method: "PATCH",
    path: "/clients/{clientId}",
    id: "changeClient",
    tag: "Clients",
    summary: "Change a client",
    params: Params,
    body: NewClient.partial(),
    response: Client,
    ifMatch: true,
    policy: {
      action: "client.edit",
      load: (scope, { params }) => client(scope, params.clientId).then(() => ({})),
    },
    handle: (scope, { params, body, revision }) => changeClient(scope, params.clientId, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/clients/{clientId}",
    id: "removeClient",
    tag: "Clients",
    summary: "Remove a client that has no projects and no contacts",
    params: Params,
    policy: {
      action: "client.edit",
      load: (scope, { params }) => client(scope, params.clientId).then(() => ({})),
    },
    handle: (scope, { params }) => removeClient(scope, params.clientId),
  }),
];
