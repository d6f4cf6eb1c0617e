import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { between, manyAfter } from "../kit/position.ts";
import { refuseOddOrder } from "../kit/whole-order.ts";
import {
  type DoorRow,
  findDoor,
  holdDoors,
  insertDoor,
  listDoors,
  placeDoor,
  updateDoor,
} from "./doors.store.ts";
import { moveToTrash } from "./trash.ts";

const MANY = 30;

/** A named way to an outside service. Milepost keeps the address and never asks it for anything. */
export async function addDoor(
  scope: Scope,
  projectId: string,
  { name, url }: { name: string; url: string },
): Promise<DoorRow> {
  const others = await listDoors(scope, projectId);
  if (others.length >= MANY) throw refused("too-many-doors", `A project has at most ${MANY} doors.`);
  const position = between(others.at(-1)?.position ?? null, null);
  const door = { id: newId(), projectId, name: name || new URL(url).hostname, url, position };
  await insertDoor(scope, door);
  await tell(scope, "door.added", door, { name: door.name, url });
  return { ...door, revision: 1 };
}

export async function changeDoor(
  scope: Scope,
  door: DoorRow,
  revision: number,
  change: { name?: string | undefined; url?: string | undefined },
): Promise<DoorRow> {
  if (asksNothing(change)) return door;
  if (!(await updateDoor(scope, door.id, revision, change))) throw stale(await findDoor(scope, door.id));
  const after = { name: change.name ?? door.name, url: change.url ?? door.url };
  await tell(scope, "door.changed", door, { before: { name: door.name, url: door.url }, after });
  return { ...door, ...after, revision: revision + 1 };
}

/** Refused when somebody has added, removed or moved one meanwhile. */
export async function orderDoors(
  scope: Scope,
  projectId: string,
  ids: readonly string[],
  expected: readonly string[],
): Promise<void> {
  await holdDoors(scope, projectId);
  const there = await listDoors(scope, projectId);
  const names = { code: "doors-changed", one: "door", many: "doors" };
  refuseOddOrder(there, { ids, expected }, names);
  const positions = manyAfter(null, ids.length);
  for (const [n, id] of ids.entries()) await placeDoor(scope, id, positions[n] ?? "");
  await record(scope, {
    verb: "door.moved",
    subject: { kind: "project", id: projectId },
    projectId,
    data: { before: expected, after: ids },
  });
}

export async function trashDoor(scope: Scope, { id, name, projectId }: DoorRow): Promise<void> {
  await moveToTrash(scope, { kind: "door", id, title: name, projectId });
}

async function tell(
  scope: Scope,
  verb: `door.${string}`,
  { id, projectId }: { id: string; projectId: string },
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "door", id }, projectId, data });
}
