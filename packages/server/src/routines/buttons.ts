import type { Scope } from "../access/scope.ts";
import { needMilestone } from "../board/card-milestone.ts";
import { listColumns } from "../board/columns.store.ts";
import { listLabels } from "../board/labels.store.ts";
import { record } from "../events/events.ts";
import { notFound, refused, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { placeAfter } from "../kit/position.ts";
import { refuseOddOrder } from "../kit/whole-order.ts";
import {
  type ButtonRow,
  deleteButton,
  findButton,
  holdButtons,
  insertButton,
  listButtons,
  orderButtons,
  updateButton,
  worksIn,
} from "./buttons.store.ts";
import {
  ButtonSteps,
  type ButtonView,
  type ButtonWishView,
  MOST_BUTTONS,
  type NewButtonView,
  type Step,
} from "./buttons.view.ts";

export async function readButtons(scope: Scope, projectId: string): Promise<{ items: ButtonView[] }> {
  return { items: (await listButtons(scope, projectId)).map(presentButton) };
}

export async function createButton(
  scope: Scope,
  projectId: string,
  { after, ...wish }: NewButtonView,
): Promise<ButtonView> {
  await needAll(scope, projectId, wish.steps);
  const there = await listButtons(scope, projectId);
  if (there.length >= MOST_BUTTONS)
    throw refused("too-many-buttons", `A project has at most ${MOST_BUTTONS} buttons.`);
  const id = newId();
  const row = await insertButton(scope, { ...wish, id, projectId, position: placeAfter(there, id, after) });
  await tell(scope, "created", row);
  return presentButton(row);
}

export async function changeButton(
  scope: Scope,
  { id, projectId }: ButtonRow,
  revision: number,
  wish: ButtonWishView,
): Promise<ButtonView> {
  await needAll(scope, projectId, wish.steps);
  const isSaved = await updateButton(scope, id, revision, wish);
  const row = await findButton(scope, id);
  if (!row) throw notFound();
  if (!isSaved) throw stale(presentButton(row));
  await tell(scope, "changed", row);
  return presentButton(row);
}

/** The order in which they are offered; refused when somebody has added, removed or moved one meanwhile. */
export async function moveButtons(
  scope: Scope,
  projectId: string,
  ids: readonly string[],
  expected: readonly string[],
): Promise<void> {
  await holdButtons(scope, projectId);
  const there = await listButtons(scope, projectId);
  const names = { code: "buttons-changed", one: "button", many: "buttons" };
  refuseOddOrder(there, { ids, expected }, names);
  if (expected.join() === ids.join()) return;
  await orderButtons(scope, ids);
  await record(scope, {
    verb: "cardButton.moved",
    subject: { kind: "project", id: projectId },
    projectId,
    data: { before: expected, after: ids },
  });
}

export async function removeButton(scope: Scope, row: ButtonRow): Promise<void> {
  await deleteButton(scope, row.id);
  await tell(scope, "removed", row);
}

/** What a step names is of this project. */
async function needAll(scope: Scope, projectId: string, steps: readonly Step[]): Promise<void> {
  for (const step of steps) if (!(await isHere(scope, projectId, step))) throw notFound();
}

async function isHere(scope: Scope, projectId: string, step: Step): Promise<boolean> {
  switch (step.do) {
    case "move":
      return (await listColumns(scope, projectId)).some(({ id }) => id === step.columnId);
    case "label":
      return (await listLabels(scope, projectId)).some(({ id }) => id === step.labelId);
    case "milestone":
      return step.milestoneId === null || Boolean(await needMilestone(scope, projectId, step.milestoneId));
    case "assign":
      return step.personId === null || worksIn(scope, projectId, step.personId);
    default:
      return true;
  }
}

function presentButton({ id, place, name, steps, revision }: ButtonRow): ButtonView {
  // The table's check lets nothing else in.
  return { id, place: place as ButtonView["place"], name, steps: ButtonSteps.parse(steps), revision };
}

async function tell(
  scope: Scope,
  what: "created" | "changed" | "removed",
  { id, projectId, name }: ButtonRow,
): Promise<void> {
  await record(scope, {
    verb: `cardButton.${what}`,
    subject: { kind: "cardButton", id },
    projectId,
    data: { name },
  });
}
