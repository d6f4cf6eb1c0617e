import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { inChunks } from "../db/in-chunks.ts";
import { notInTrash } from "../db/trash.ts";
import { newId } from "../kit/id.ts";
import { manyAfter } from "../kit/position.ts";
import { takeCardNumbers } from "../projects/project-numbers.store.ts";
import { isEstimated } from "./card-estimates.store.ts";
import type { FoundPlace } from "./card-place.store.ts";
import { type FieldRow, listFields } from "./custom-fields.store.ts";
import { peopleOfProject } from "./project-people.store.ts";

interface RecipeItem {
  heading: string;
  text: string;
  personId: string | null;
  dueOn: string | null;
}

interface RecipeParts {
  body: string;
  checklist: RecipeItem[];
  values: { fieldId: string; value: string }[];
  links: { title: string; url: string }[];
}

/** A card that is about to be written with all it holds. */
export interface CardRecipe extends RecipeParts {
  id: string;
  position: string;
  title: string;
  milestoneId: string | null;
  people: string[];
  labels: string[];
  priority: number;
  low: number | null;
  likely: number | null;
  high: number | null;
  startOn: string | null;
  dueOn: string | null;
}

/** What can be named on a card of this project. */
export interface Known {
  people: ReadonlySet<string>;
  labels: ReadonlySet<string>;
  fields: ReadonlyMap<string, Pick<FieldRow, "kind" | "choices">>;
}

export async function knownIn(scope: Scope, projectId: string): Promise<Known> {
  const { actor, tx } = scope;
  const { rows } = await sql<{ people: string[]; labels: string[] }>`
    select array(select person_id::text from (${peopleOfProject(scope, projectId)}) p) as people,
      array(select id::text from labels where workspace_id = ${actor.workspaceId} and project_id = ${projectId}) as labels`.execute(
    tx,
  );
  const fields = await listFields(scope, projectId);
  return {
    people: new Set(rows[0]?.people),
    labels: new Set(rows[0]?.labels),
    fields: new Map(fields.map((field) => [field.id, field])),
  };
}

/** What a card holds besides its row. */
export type HeldRecipe = RecipeParts & { createdAt: Date };

/** What cards hold besides their rows, as far as it can be made again; by card. */
export async function readRecipes(
  { actor, tx }: Scope,
  cardIds: readonly string[],
): Promise<Map<string, HeldRecipe>> {
  const ofCard = (table: string) =>
    sql`from ${sql.table(table)} x where x.workspace_id = c.workspace_id and x.card_id = c.id`;
  const { rows } = await sql<HeldRecipe & { id: string }>`
    select c.id, c.body, c.created_at,
      (select coalesce(json_agg(json_build_object('heading', x.heading, 'text', x.text, 'personId', x.person_id, 'dueOn', x.due_on)
        order by x.position collate "C", x.id), '[]') ${ofCard("checklist_items")}) as checklist,
      (select coalesce(json_agg(json_build_object('fieldId', x.field_id, 'value', x.value) order by x.field_id), '[]') ${ofCard("card_values")}
        and ${notInTrash("x.workspaceId", "x.fieldId")}) as values,
      (select coalesce(json_agg(json_build_object('title', x.title, 'url', x.url) order by x.created_at, x.id), '[]') ${ofCard("card_links")}) as links
    from cards c where c.workspace_id = ${actor.workspaceId} and c.id = any(${[...cardIds]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whole cards with their numbers and counts, in few statements. */
export async function insertRecipes(
  scope: Scope,
  projectId: string,
  recipes: readonly CardRecipe[],
  at: FoundPlace,
): Promise<void> {
  const { tx, actor } = scope;
  const { workspaceId } = actor;
  const last = await takeCardNumbers(scope, projectId, { count: recipes.length });
  const rows = recipes.map((recipe, n) => cardRow(scope, projectId, recipe, at, last + n + 1));
  await inChunks(rows, (some) => tx.insertInto("cards").values(some).execute());
  const of = <T>(list: (recipe: CardRecipe) => readonly T[]) =>
    recipes.flatMap((recipe) => list(recipe).map((each) => ({ workspaceId, cardId: recipe.id, ...each })));
  const people = of(({ people }) => people.map((personId) => ({ personId })));
  await inChunks(people, (some) => tx.insertInto("cardPeople").values(some).execute());
  const labels = of(({ labels }) => labels.map((labelId) => ({ labelId })));
  await inChunks(labels, (some) => tx.insertInto("cardLabels").values(some).execute());
  await inChunks(of(itemRows), (some) => tx.insertInto("checklistItems").values(some).execute());
  await inChunks(
    of(({ values }) => values),
    (some) => tx.insertInto("cardValues").values(some).execute(),
  );
  const links = of(({ links }) => links.map((link) => ({ ...link, id: newId() })));
  await inChunks(links, (some) => tx.insertInto("cardLinks").values(some).execute());
  const estimates = of((recipe) => (isEstimated(recipe) ? [estimateRow(scope, recipe)] : []));
  await inChunks(estimates, (some) => tx.insertInto("cardEstimates").values(some).execute());
}

function cardRow(
  { actor, now }: Scope,
  projectId: string,
  recipe: CardRecipe,
  { place, columnId, category }: FoundPlace,
  number: number,
) {
  const { people: _people, labels: _labels, values: _values, links: _links, checklist, ...fields } = recipe;
  return {
    ...fields,
    workspaceId: actor.workspaceId,
    projectId,
    number,
    place,
    columnId,
    startedAt: category === "doing" ? now : null,
    doneAt: category === "done" ? now : null,
    archivedAt: null,
    blockedReason: null,
    itemCount: checklist.length,
    touchedAt: now,
    createdAt: now,
  };
}

function itemRows({ checklist }: CardRecipe) {
  const positions = manyAfter(null, checklist.length);
  return checklist.map((item, n) => ({
    ...item,
    id: newId(),
    position: positions[n] ?? "a0",
    doneAt: null,
    doneBy: null,
  }));
}

/** Whose estimate it is from now on; nobody's where the house makes the card. */
function estimateRow({ actor, now }: Scope, { low, likely, high }: CardRecipe) {
  const personId = actor.personId === actor.workspaceId ? null : actor.personId;
  return { id: newId(), personId, low, likely, high, createdAt: now };
}
