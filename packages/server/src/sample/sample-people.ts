import type { Actor } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { addClient } from "../clients/clients.ts";
import { addContact } from "../clients/contacts.ts";
import { record } from "../events/events.ts";
import { newId } from "../kit/id.ts";
import { insertUserWithoutSignIn } from "../people/auth-users.store.ts";
import { changeWeek } from "../people/availability.ts";
import { insertMember, insertPerson } from "../people/joining.store.ts";
import { updateMember } from "../people/members.store.ts";
import { workspace } from "../people/workspaces.ts";
import { BAKERY, CAST, YOGA } from "./cast.ts";
import { SAMPLE_DOMAIN } from "./sample.store.ts";
import type { Hero } from "./story.ts";

/** The three who work: members without a password, so that nobody can sign in as them. */
export async function hireTeam(scope: Scope): Promise<Record<Hero, Actor>> {
  return { mia: await hire(scope, "mia"), ben: await hire(scope, "ben"), lena: await hire(scope, "lena") };
}

async function hire(scope: Scope, hero: Hero): Promise<Actor> {
  const { tx, actor } = scope;
  const { workspaceId } = actor;
  const { name, title, week } = CAST[hero];
  const { zone, country } = await workspace(scope);
  const [personId, userId] = [newId(), newId()];
  const email = addressFor(hero, userId);
  await insertUserWithoutSignIn(tx, { id: userId, name, email });
  await insertPerson(tx, { workspaceId, id: personId, name, email, zone, country });
  await insertMember(tx, { workspaceId, personId, userId, role: "member" });
  await updateMember(scope, personId, "member", { title });
  await record(scope, {
    verb: "member.joined",
    subject: { kind: "person", id: personId },
    data: { role: "member", sample: true },
  });
  await changeWeek(scope, personId, week);
  return { workspaceId, personId, userId, sessionId: "", name, role: "member", zone };
}

export interface SampleClients {
  bakeryId: string;
  contacts: ReadonlyMap<string, string>;
}

export async function addSampleClients(scope: Scope): Promise<SampleClients> {
  const bakery = await addClient(scope, { name: BAKERY.name });
  const contacts = new Map<string, string>();
  for (const { name, word } of BAKERY.contacts) contacts.set(word, await meet(scope, bakery.id, name, word));
  const yoga = await addClient(scope, { name: YOGA.name });
  for (const { name, word } of YOGA.contacts) await meet(scope, yoga.id, name, word);
  return { bakeryId: bakery.id, contacts };
}

async function meet(scope: Scope, clientId: string, name: string, word: string): Promise<string> {
  const { personId } = await addContact(scope, {
    clientId,
    name,
    email: addressFor(word, newId()),
    language: "en",
  });
  return personId;
}

/** One workspace after another may have the sample: addresses stay apart. */
function addressFor(word: string, id: string): string {
  return `${word}.${id.slice(-8)}@${SAMPLE_DOMAIN}`;
}
