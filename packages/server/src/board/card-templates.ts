import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { refuseOddOrder } from "../kit/whole-order.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { moveToTrash } from "../projects/trash.ts";
import { createFromContent, type Made, refuseOddValues } from "./card-content.ts";
import type { CardContentView } from "./card-content.view.ts";
import { refuseOddEstimate } from "./card-fields.ts";
import type { WantedPlace } from "./card-place.store.ts";
import {
  type CardTemplateRow,
  findCardTemplate,
  insertCardTemplate,
  listCardTemplates,
  orderCardTemplates,
  updateCardTemplate,
} from "./card-templates.store.ts";

const MANY = 100;

export async function createCardTemplate(
  scope: Scope,
  projectId: string,
  wanted: Pick<CardTemplateRow, "name" | "content">,
): Promise<CardTemplateRow> {
  refuseOddEstimate(wanted.content);
  await refuseOddValues(scope, projectId, wanted.content);
  await lockPlan(scope, projectId);
  if ((await listCardTemplates(scope, projectId)).length >= MANY)
    throw refused("too-many-card-templates", `A project has at most ${MANY} card templates.`);
  const template = await insertCardTemplate(scope, projectId, wanted);
  await tell(scope, "created", template, { name: template.name });
  return template;
}

export async function changeCardTemplate(
  scope: Scope,
  template: CardTemplateRow,
  revision: number,
  change: { name?: string | undefined; content?: CardContentView | undefined },
): Promise<CardTemplateRow> {
  if (asksNothing(change)) return template;
  const { name = template.name, content = template.content } = change;
  refuseOddEstimate(content);
  await refuseOddValues(scope, template.projectId, content, template.content.values);
  const isSaved = await updateCardTemplate(scope, template.id, revision, { name, content });
  const now = await findCardTemplate(scope, template.id);
  if (!isSaved || !now) throw stale(now);
  await tell(scope, "changed", template, {
    fields: Object.keys(change),
    before: { name: template.name },
    after: { name },
  });
  return now;
}

/** The order in which they are offered; refused when somebody has added, removed or moved one meanwhile. */
export async function moveCardTemplates(
  scope: Scope,
  projectId: string,
  ids: readonly string[],
  expected: readonly string[],
): Promise<void> {
  await lockPlan(scope, projectId);
  const there = await listCardTemplates(scope, projectId);
  const names = { code: "card-templates-changed", one: "template", many: "templates" };
  refuseOddOrder(there, { ids, expected }, names);
  await orderCardTemplates(scope, ids);
  await record(scope, {
    verb: "cardTemplate.moved",
    subject: { kind: "project", id: projectId },
    projectId,
    data: { before: expected, after: ids },
  });
}

/** Cards that were made from it stay. */
export async function trashCardTemplate(
  scope: Scope,
  { id, name, projectId }: CardTemplateRow,
): Promise<void> {
  await moveToTrash(scope, { kind: "cardTemplate", id, title: name, projectId });
}

/** What is said besides: a title or a day instead of the template's own, people and labels as well as its own. */
export interface SaidBesides {
  title?: string | undefined;
  milestoneId?: string | null | undefined;
  people?: readonly string[] | undefined;
  labels?: readonly string[] | undefined;
  priority?: number | undefined;
  likely?: number | undefined;
  dueOn?: string | undefined;
}

export function cardFromTemplate(
  scope: Scope,
  { id, projectId, name, content }: CardTemplateRow,
  said: SaidBesides,
  at: WantedPlace,
): Promise<Made> {
  const { likely, dueOn } = said;
  const wanted: CardContentView = {
    ...content,
    title: said.title ?? content.title,
    milestoneId: said.milestoneId === undefined ? content.milestoneId : said.milestoneId,
    people: [...content.people, ...(said.people ?? [])],
    labels: [...content.labels, ...(said.labels ?? [])],
    priority: said.priority ?? content.priority,
    ...(likely === undefined ? {} : { low: null, likely, high: null }),
  };
  return createFromContent(
    scope,
    projectId,
    { content: wanted, dueOn, from: { kind: "template", id, name } },
    at,
  );
}

async function tell(
  scope: Scope,
  what: "created" | "changed",
  { id, projectId }: CardTemplateRow,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, {
    verb: `cardTemplate.${what}`,
    subject: { kind: "cardTemplate", id },
    projectId,
    data,
  });
}
