import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { invalid, notFound, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import {
  deleteGroup,
  fillGroup,
  type GroupRow,
  insertGroup,
  isNameTaken,
  listGroups,
  renameGroup,
} from "./groups.store.ts";
import type { GroupWish } from "./groups.view.ts";
import { listMembers } from "./members.store.ts";

export interface GroupAccess extends PolicyObject {
  group: GroupRow;
}

export async function knownGroup(scope: Scope, id: string): Promise<GroupAccess> {
  return { group: await readGroup(scope, id) };
}

async function readGroup(scope: Scope, id: string): Promise<GroupRow> {
  const [found] = await listGroups(scope, id);
  if (!found) throw notFound();
  return found;
}

export async function makeGroup(scope: Scope, wish: GroupWish): Promise<GroupRow> {
  const people = await checked(scope, wish, null);
  const id = newId();
  await insertGroup(scope, { id, name: wish.name });
  await fillGroup(scope, id, people);
  await tell(scope, "made", id, people);
  return readGroup(scope, id);
}

export async function changeGroup(
  scope: Scope,
  { id }: GroupRow,
  revision: number,
  wish: GroupWish,
): Promise<GroupRow> {
  const people = await checked(scope, wish, id);
  if (!(await renameGroup(scope, id, revision, wish.name))) throw stale(await readGroup(scope, id));
  await fillGroup(scope, id, people);
  await tell(scope, "changed", id, people);
  return readGroup(scope, id);
}

/** Whom it named in what was written stays named. */
export async function removeGroup(scope: Scope, { id, personIds }: GroupRow): Promise<void> {
  await deleteGroup(scope, id);
  await tell(scope, "removed", id, personIds);
}

async function checked(scope: Scope, { name, personIds }: GroupWish, id: string | null): Promise<string[]> {
  if (await isNameTaken(scope, name, id))
    throw invalid([{ path: "name", message: "Another group has this name." }]);
  const people = [...new Set(personIds)];
  const members = new Set((await listMembers(scope)).map(({ personId }) => personId));
  if (people.some((each) => !members.has(each)))
    throw invalid([{ path: "personIds", message: "Choose people who work here." }]);
  return people;
}

async function tell(
  scope: Scope,
  what: "made" | "changed" | "removed",
  id: string,
  people: readonly string[],
): Promise<void> {
  await record(scope, { verb: `group.${what}`, subject: { kind: "group", id }, data: { people } });
}
