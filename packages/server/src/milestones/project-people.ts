import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { contactsAmong, membersAmong } from "./project-people.store.ts";

/** Somebody who works on the project; everybody else is not there, as if the id were made up. */
export async function expectMembers(scope: Scope, projectId: string, ids: readonly string[]): Promise<void> {
  const known = await membersAmong(scope, projectId, ids);
  if (ids.some((id) => !known.has(id))) throw notFound("This person is not on the project.");
}

/** As above, the client's people on the project included. */
export async function expectPeople(scope: Scope, projectId: string, ids: readonly string[]): Promise<void> {
  const members = await membersAmong(scope, projectId, ids);
  const others = ids.filter((id) => !members.has(id));
  const contacts = await contactsAmong(scope, projectId, others);
  if (others.some((id) => !contacts.has(id))) throw notFound("This person is not on the project.");
}
