import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { type Spot, spotIn } from "../kit/position.ts";
import type { ColumnCategory } from "./card-access.store.ts";
import {
  type ColumnRow,
  countInColumn,
  deleteColumn,
  findColumn,
  insertColumn,
  listColumns,
  moveAllCards,
  restampCards,
  updateColumn,
} from "./columns.store.ts";

const MANY = 50;

export async function createColumn(
  scope: Scope,
  projectId: string,
  wanted: Spot & { name: string; category: ColumnCategory; wipLimit?: number | null | undefined },
): Promise<ColumnRow> {
  const columns = await listColumns(scope, projectId);
  if (columns.length >= MANY) throw refused("too-many-columns", `A board has at most ${MANY} columns.`);
  const column = {
    id: newId(),
    projectId,
    name: wanted.name,
    category: wanted.category,
    wipLimit: wanted.wipLimit ?? null,
    position: spotIn(columns, wanted),
  };
  await insertColumn(scope, column);
  await tell(scope, "column.created", column, { name: column.name, category: column.category });
  return { ...column, revision: 1 };
}

export interface ColumnChange {
  name?: string | undefined;
  category?: ColumnCategory | undefined;
  wipLimit?: number | null | undefined;
}

export async function changeColumn(
  scope: Scope,
  column: ColumnRow,
  revision: number,
  change: ColumnChange,
): Promise<ColumnRow> {
  if (asksNothing(change)) return column;
  if (!(await updateColumn(scope, column.id, revision, change)))
    throw stale(await findColumn(scope, column.id));
  const { name, category, wipLimit } = column;
  if (change.category && change.category !== category) await restampCards(scope, column.id, change.category);
  await tell(scope, "column.changed", column, { before: { name, category, wipLimit }, after: change });
  return (await findColumn(scope, column.id)) ?? column;
}

export async function moveColumn(scope: Scope, column: ColumnRow, wanted: Spot): Promise<ColumnRow> {
  const others = (await listColumns(scope, column.projectId)).filter(({ id }) => id !== column.id);
  const position = spotIn(others, wanted);
  await updateColumn(scope, column.id, null, { position });
  await tell(scope, "column.moved", column, { before: column.position, after: position });
  return { ...column, position };
}

/** Nothing disappears with a column: its cards go to another one first. */
export async function removeColumn(
  scope: Scope,
  column: ColumnRow,
  moveTo: string | undefined,
): Promise<void> {
  const columns = await listColumns(scope, column.projectId);
  if (columns.length === 1) throw refused("last-column", "A board keeps at least one column.");
  const to = columns.find(({ id }) => id === moveTo && id !== column.id);
  if (moveTo && !to) throw notFound();
  if (to) await emptyInto(scope, column, to);
  else if ((await countInColumn(scope, column.id)) > 0)
    throw refused("column-not-empty", "Say where its cards go.", {
      count: await countInColumn(scope, column.id),
    });
  await deleteColumn(scope, column.id);
  await tell(scope, "column.deleted", column, { name: column.name, movedTo: to?.id ?? null });
}

async function emptyInto(scope: Scope, column: ColumnRow, to: ColumnRow): Promise<void> {
  const moved = await moveAllCards(scope, column.id, to);
  if (moved > 0 && to.category !== column.category) await restampCards(scope, to.id, to.category);
}

async function tell(
  scope: Scope,
  verb: `column.${string}`,
  { id, projectId }: Pick<ColumnRow, "id" | "projectId">,
  data: object,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "column", id }, projectId, data: { ...data } });
}
