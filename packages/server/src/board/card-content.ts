import {
  addDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { type Happening, recordAll } from "../events/events.ts";
import { civilDate } from "../kit/clock.ts";
import { invalid, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { manyAfter } from "../kit/position.ts";
import { holdMilestone } from "../milestones/locks.store.ts";
import { findMilestone } from "../milestones/milestones.store.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { type CardRow, visibleCard } from "./card-access.store.ts";
import {
  type CardRecipe,
  type HeldRecipe,
  insertRecipes,
  type Known,
  knownIn,
  readRecipes,
} from "./card-content.store.ts";
import type { CardContentView } from "./card-content.view.ts";
import { refuseOddEstimate } from "./card-fields.ts";
import { isClosed } from "./card-milestone.ts";
import { findPlace, type WantedPlace } from "./card-place.store.ts";
import { problemWith } from "./card-values.ts";

/** Dates of a copy: as they stand on the card that is copied, instead of counted from the day it is made. */
export interface ExactDates {
  startOn: string | null;
  dueOn: string | null;
  /** By the place in the checklist. */
  items: readonly (string | null)[];
}

export interface ContentToMake {
  content: CardContentView;
  exact?: ExactDates | undefined;
  /** What it was made from, as its event tells it. */
  from: { kind: "card" | "template" | "recurringCard"; id: string; name?: string; parts?: readonly string[] };
  /** A day that was said, instead of the one that would be counted. */
  dueOn?: string | undefined;
}

interface Making extends WantedPlace {
  /** The civil date that due days are counted from; today unless said otherwise. */
  on?: string | undefined;
}

/** What could not be taken along, because it is gone from the project meanwhile. */
export const LEFT_OUT = ["people", "labels", "milestone", "fields"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface Made {
  card: CardRow;
  leftOut: LeftOut[];
}

interface ReadContent {
  content: CardContentView;
  exact: ExactDates;
}

/** All that a card says of its work; what happened to it (ticks, talk, time) is not content. */
export async function contentOfCard(scope: Scope, cardId: string): Promise<ReadContent> {
  const { card } = await visibleCard(scope, cardId);
  const [content] = await contentsOfCards(scope, [card]);
  if (!content) throw notFound();
  return content;
}

/** The same of many, in their order; who asks may see them. */
export async function contentsOfCards(scope: Scope, cards: readonly CardRow[]): Promise<ReadContent[]> {
  const [recipes, work] = await Promise.all([
    readRecipes(
      scope,
      cards.map(({ id }) => id),
    ),
    workCalendar(scope),
  ]);
  return cards.flatMap((card) => {
    const recipe = recipes.get(card.id);
    return recipe ? [contentOf(card, recipe, work)] : [];
  });
}

function contentOf(card: CardRow, recipe: HeldRecipe, { calendar, zone }: WorkCalendar): ReadContent {
  const madeOn = civilDate(recipe.createdAt, zone);
  const days = (dueOn: string | null) =>
    dueOn === null ? null : Math.max(0, workingDaysBetween(calendar, madeOn, dueOn));
  const content = {
    title: card.title,
    body: recipe.body,
    checklist: recipe.checklist.map(({ dueOn, ...item }) => ({ ...item, dueInDays: days(dueOn) })),
    labels: card.labels,
    people: card.people,
    milestoneId: card.milestoneId,
    priority: card.priority,
    low: card.low,
    likely: card.likely,
    high: card.high,
    dueInDays: days(card.dueOn),
    values: recipe.values,
    links: recipe.links,
  };
  const exact = {
    startOn: card.startOn,
    dueOn: card.dueOn,
    items: recipe.checklist.map(({ dueOn }) => dueOn),
  };
  return { content, exact };
}

/** The same to make others from: without what its fields do not take any more. */
export async function contentToRepeat(scope: Scope, card: CardRow): Promise<CardContentView> {
  const { content } = await contentOfCard(scope, card.id);
  const { fields } = await knownIn(scope, card.projectId);
  return { ...content, values: content.values.filter((value) => problemWithOne(value, fields) === null) };
}

/** Refuses what a field does not take; what was held before stays, though a card made today would be without it. */
export async function refuseOddValues(
  scope: Scope,
  projectId: string,
  { values }: CardContentView,
  held: CardContentView["values"] = [],
): Promise<void> {
  const { fields } = await knownIn(scope, projectId);
  const isHeld = ({ fieldId, value }: FieldValue) =>
    held.some((one) => one.fieldId === fieldId && one.value === value);
  const errors = values.flatMap((value, n) => {
    const message = fields.has(value.fieldId) && !isHeld(value) ? problemWithOne(value, fields) : null;
    return message === null ? [] : [{ path: `content.values.${n}.value`, message }];
  });
  if (errors.length > 0) throw invalid(errors);
}

type FieldValue = CardContentView["values"][number];

function problemWithOne({ fieldId, value }: FieldValue, fields: Known["fields"]): string | null {
  const field = fields.get(fieldId);
  return field ? problemWith(field, value) : "This field is gone.";
}

/** One card; who makes it has been asked whether they may. */
export async function createFromContent(
  scope: Scope,
  projectId: string,
  wanted: ContentToMake,
  at: Making,
): Promise<Made> {
  const { ids, leftOut } = await createAllFromContent(scope, projectId, [wanted], at);
  const { card } = await visibleCard(scope, ids[0] ?? "");
  return { card, leftOut };
}

/** Several below each other, in their order; each is told as a card of its own. */
export async function createAllFromContent(
  scope: Scope,
  projectId: string,
  wanted: readonly ContentToMake[],
  { on, ...spot }: Making,
): Promise<{ ids: string[]; leftOut: LeftOut[] }> {
  if (wanted.length === 0) return { ids: [], leftOut: [] };
  for (const { content } of wanted) refuseOddEstimate(content);
  const [place, known, { calendar, today }] = await Promise.all([
    findPlace(scope, projectId, spot),
    knownIn(scope, projectId),
    workCalendar(scope),
  ]);
  const open = await openMilestones(scope, projectId, wanted);
  const kept = wanted.map((each) => keepKnown(each, known, open));
  const positions = wanted.length === 1 ? [place.position] : placesFrom(place.position, wanted.length);
  const recipes = kept.map(({ content, exact }, n) =>
    recipeOf(
      content,
      positions[n] ?? place.position,
      dates(calendar, on ?? today, content, exact, wanted[n]?.dueOn),
    ),
  );
  await insertRecipes(scope, projectId, recipes, place);
  await recordAll(
    scope,
    recipes.map(
      (recipe, n): Happening => ({
        verb: "card.created",
        subject: { kind: "card", id: recipe.id },
        projectId,
        data: {
          title: recipe.title,
          columnId: place.columnId,
          place: place.place,
          milestoneId: recipe.milestoneId,
          people: recipe.people,
          madeFrom: wanted[n]?.from,
        },
      }),
    ),
  );
  const missing = new Set(kept.flatMap(({ leftOut }) => leftOut));
  return { ids: recipes.map(({ id }) => id), leftOut: LEFT_OUT.filter((what) => missing.has(what)) };
}

function placesFrom(first: string, count: number): string[] {
  return [first, ...manyAfter(first, count - 1)];
}

/** Milestones of this project that still take cards; nobody ends them meanwhile. */
async function openMilestones(
  scope: Scope,
  projectId: string,
  wanted: readonly ContentToMake[],
): Promise<Set<string>> {
  const asked = new Set(wanted.flatMap(({ content }) => content.milestoneId ?? []));
  const open = new Set<string>();
  for (const id of [...asked].sort()) {
    const found = await findMilestone(scope, id);
    if (found?.projectId === projectId && !isClosed(await holdMilestone(scope, id))) open.add(id);
  }
  return open;
}

function keepKnown({ content, exact, from }: ContentToMake, known: Known, open: ReadonlySet<string>) {
  // A copy of a card holds what the card holds, though it might not be filled in like that today.
  const isTaken = (value: FieldValue) =>
    from.kind === "card" ? known.fields.has(value.fieldId) : problemWithOne(value, known.fields) === null;
  const kept = {
    ...content,
    people: [...new Set(content.people)].filter((id) => known.people.has(id)),
    labels: [...new Set(content.labels)].filter((id) => known.labels.has(id)),
    values: content.values.filter(isTaken),
    milestoneId: content.milestoneId !== null && open.has(content.milestoneId) ? content.milestoneId : null,
    checklist: content.checklist.map((item) => ({
      ...item,
      personId: item.personId !== null && known.people.has(item.personId) ? item.personId : null,
    })),
  };
  const lostHolder = kept.checklist.some(({ personId }, n) => personId !== content.checklist[n]?.personId);
  const lost: Record<LeftOut, boolean> = {
    people: lostHolder || kept.people.length < new Set(content.people).size,
    labels: kept.labels.length < new Set(content.labels).size,
    milestone: kept.milestoneId !== content.milestoneId,
    fields: kept.values.length < content.values.length,
  };
  return { content: kept, exact, leftOut: LEFT_OUT.filter((what) => lost[what]) };
}

function dates(
  calendar: Calendar,
  on: string,
  content: CardContentView,
  exact?: ExactDates,
  dueOn?: string,
): ExactDates {
  return (
    exact ?? {
      startOn: null,
      dueOn: dueOn ?? dueAfter(calendar, on, content.dueInDays),
      items: content.checklist.map(({ dueInDays }) => dueAfter(calendar, on, dueInDays)),
    }
  );
}

/** So many working days after a day; none means that day, or the next one that is worked. */
function dueAfter(calendar: Calendar, on: string, days: number | null): string | null {
  if (days === null) return null;
  if (days > 0) return addWorkingDays(calendar, on, days);
  return isWorkingDay(calendar, on) ? on : nextWorkingDay(calendar, addDays(on, 1));
}

function recipeOf(
  content: CardContentView,
  position: string,
  { startOn, dueOn, items }: ExactDates,
): CardRecipe {
  const { checklist, dueInDays: _counted, ...rest } = content;
  return {
    ...rest,
    id: newId(),
    position,
    startOn,
    dueOn,
    checklist: checklist.map(({ heading, text, personId }, n) => ({
      heading,
      text,
      personId,
      dueOn: items[n] ?? null,
    })),
  };
}
