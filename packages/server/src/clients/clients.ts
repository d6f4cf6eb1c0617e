import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { takeUpPlace } from "../people/holidays.ts";
import {
  type ClientRow,
  countUses,
  deleteClient,
  insertClient,
  listClients,
  updateClient,
} from "./clients.store.ts";

export interface ClientWish {
  name: string;
  zone?: string | null | undefined;
  country?: string | null | undefined;
  region?: string | null | undefined;
  answerDays?: number | null | undefined;
}

export async function client(scope: Scope, id: string): Promise<ClientRow> {
  const found = (await listClients(scope, id))[0];
  if (!found) throw notFound();
  return found;
}

export async function addClient(
  scope: Scope,
  { name, zone = null, answerDays = null, ...place }: ClientWish,
): Promise<ClientRow> {
  const id = newId();
  const at = await takeUpPlace(scope, { country: null, region: null }, place);
  await insertClient(scope, { workspaceId: scope.actor.workspaceId, id, name, zone, answerDays, ...at });
  await record(scope, { verb: "client.added", subject: { kind: "client", id } });
  return client(scope, id);
}

export async function changeClient(
  scope: Scope,
  id: string,
  revision: number,
  wanted: Some<ClientWish>,
): Promise<ClientRow> {
  if (asksNothing(wanted)) return client(scope, id);
  const before = await client(scope, id);
  const change = { ...given(wanted), ...(await takeUpPlace(scope, before, wanted)) };
  if (!(await updateClient(scope, id, revision, change))) throw stale(await client(scope, id));
  await record(scope, {
    verb: "client.changed",
    subject: { kind: "client", id },
    data: { fields: Object.keys(change) },
  });
  return client(scope, id);
}

/** A client with projects or contacts stays: their history would lose whose it is. */
export async function removeClient(scope: Scope, id: string): Promise<void> {
  const { projects, contacts } = await countUses(scope, id);
  if (projects > 0 || contacts > 0)
    throw refused("client-in-use", "This client still has projects or contacts.", { projects, contacts });
  await deleteClient(scope, id);
  await record(scope, { verb: "client.removed", subject: { kind: "client", id } });
}
