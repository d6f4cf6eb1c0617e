import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { contactsOfProject, membersOfProject, type ProjectPerson } from "./project-people.store.ts";

/** Somebody who works on the project; everybody else is not there, as if the id were made up. */
export async function expectMembers(scope: Scope, projectId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) expectAll(ids, await membersOfProject(scope, projectId));
}

/** As above, the client's people on the project included. */
export async function expectPeople(scope: Scope, projectId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const members = await membersOfProject(scope, projectId);
  expectAll(ids, [...members, ...(await contactsOfProject(scope, projectId))]);
}

function expectAll(ids: readonly string[], people: readonly ProjectPerson[]): void {
  const known = new Set(people.map(({ id }) => id));
  if (ids.some((id) => !known.has(id))) throw notFound("This person is not on the project.");
}
