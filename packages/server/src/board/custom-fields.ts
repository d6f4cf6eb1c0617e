import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { invalid, refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { refuseOddOrder } from "../kit/whole-order.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { moveToTrash } from "../projects/trash.ts";
import {
  type FieldRow,
  findField,
  holdsUnoffered,
  insertField,
  listFields,
  orderFields,
  renameChoices,
  updateField,
} from "./custom-fields.store.ts";
import type { FieldKind } from "./custom-fields.view.ts";

const MANY = 50;

export async function createField(
  scope: Scope,
  projectId: string,
  { name, kind, choices }: { name: string; kind: FieldKind; choices: readonly string[] },
): Promise<FieldRow> {
  await lockPlan(scope, projectId);
  if ((await listFields(scope, projectId)).length >= MANY)
    throw refused("too-many-fields", `A project has at most ${MANY} fields of its own.`);
  refuseOddChoices(kind, choices);
  const field = { id: newId(), projectId, name, kind, choices: [...choices], revision: 1 };
  await insertField(scope, field);
  await tell(scope, "field.created", field, { name, kind });
  return field;
}

export interface WantedChoice {
  name: string;
  /** What it was called before: cards that have it go along. */
  was?: string | undefined;
}

/** Name and choices. What cards hold of a choice that is offered no more stays with them. */
export async function changeField(
  scope: Scope,
  field: FieldRow,
  revision: number,
  change: { name?: string | undefined; choices?: readonly WantedChoice[] | undefined },
): Promise<FieldRow> {
  if (asksNothing(change)) return field;
  const { name = field.name, choices } = change;
  const names = choices?.map((choice) => choice.name) ?? field.choices;
  refuseOddChoices(field.kind, names);
  const renamed = (choices ?? []).flatMap(({ name: to, was }) =>
    was !== undefined && was !== to && field.choices.includes(was) ? [{ was, name: to }] : [],
  );
  await refuseMerging(scope, field, renamed);
  if (!(await updateField(scope, field.id, revision, { name, choices: names })))
    throw stale(await findField(scope, field.id));
  await renameChoices(scope, field.id, renamed);
  await tell(scope, "field.changed", field, {
    before: { name: field.name, choices: field.choices },
    after: { name, choices: names },
  });
  return (await findField(scope, field.id)) ?? field;
}

function refuseOddChoices(kind: FieldKind, names: readonly string[]): void {
  if (kind !== "choice" && names.length > 0)
    throw invalid([{ path: "choices", message: "Only a choice has something to choose from." }]);
  if (new Set(names).size !== names.length)
    throw invalid([{ path: "choices", message: "Each choice needs a name of its own." }]);
}

/** Two choices that became one could not be told apart again. */
async function refuseMerging(
  scope: Scope,
  field: FieldRow,
  renamed: readonly { was: string; name: string }[],
): Promise<void> {
  const left = new Set(renamed.map(({ was }) => was));
  const taken = renamed.find(({ name }) => field.choices.includes(name) && !left.has(name));
  const unoffered = await holdsUnoffered(
    scope,
    field,
    renamed.map(({ name }) => name),
  );
  if (taken || unoffered)
    throw refused("choice-taken", "Cards have a choice of this name already. Use another name.", {
      ...(taken ? { name: taken.name } : {}),
    });
}

/** The order in which cards and lists show them; refused when somebody has added, removed or moved one meanwhile. */
export async function moveFields(
  scope: Scope,
  projectId: string,
  ids: readonly string[],
  expected: readonly string[],
): Promise<void> {
  await lockPlan(scope, projectId);
  const there = await listFields(scope, projectId);
  const names = { code: "fields-changed", one: "field", many: "fields" };
  refuseOddOrder(there, { ids, expected }, names);
  await orderFields(scope, ids);
  await record(scope, {
    verb: "field.moved",
    subject: { kind: "project", id: projectId },
    projectId,
    data: { before: expected, after: ids },
  });
}

/** Into the trash, with what the cards hold of it. */
export async function trashField(scope: Scope, { id, name, projectId }: FieldRow): Promise<void> {
  await moveToTrash(scope, { kind: "field", id, title: name, projectId });
}

async function tell(
  scope: Scope,
  verb: `field.${string}`,
  { id, projectId }: FieldRow,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "field", id }, projectId, data });
}
