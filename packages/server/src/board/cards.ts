import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { manyAfter } from "../kit/position.ts";
import { numbered } from "../projects/card-numbers.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { moveToTrash } from "../projects/trash.ts";
import type { CardAccess, CardRow } from "./card-access.store.ts";
import { wholeCard } from "./card-detail.ts";
import type { CardDetailView } from "./card-detail.view.ts";
import { refuseBackwards, refuseOddEstimate } from "./card-fields.ts";
import { type CardContents, insertCard, insertCards } from "./card-insert.store.ts";
import { needOpenMilestone } from "./card-milestone.ts";
import {
  type FoundPlace,
  findPlace,
  type Neighbours,
  neighboursOf,
  type WantedPlace,
} from "./card-place.store.ts";
import { type CardText, updateText } from "./cards.store.ts";

export type NewCard = Partial<{ [Key in keyof CardContents]: CardContents[Key] | undefined }> & {
  title: string;
};

const EMPTY = {
  body: "",
  milestoneId: null,
  people: [],
  labels: [],
  priority: 0,
  low: null,
  likely: null,
  high: null,
  startOn: null,
  dueOn: null,
};

export interface CardPlaceAccess {
  project: ProjectAccess;
  neighbours: Neighbours | undefined;
}

/** The project and the place in it, asked together. */
export async function visiblePlace(
  scope: Scope,
  projectId: string,
  wanted: WantedPlace,
): Promise<CardPlaceAccess> {
  const [{ project }, neighbours] = await Promise.all([
    visibleProject(scope, projectId),
    neighboursOf(scope, projectId, wanted),
  ]);
  return { project, neighbours };
}

/** A card that somebody makes, who does not wait for others that do the same. */
export function addCard(
  scope: Scope,
  projectId: string,
  wanted: NewCard,
  place: FoundPlace,
): Promise<CardRow> {
  return numbered(scope, projectId, (number) => createCard(scope, projectId, wanted, place, number));
}

/** A card as a part of something larger; without a number it counts on itself. */
export async function createCard(
  scope: Scope,
  projectId: string,
  wanted: NewCard,
  place: FoundPlace,
  number: number | null = null,
): Promise<CardRow> {
  refuseOddEstimate(wanted);
  refuseBackwards(wanted.startOn ?? null, wanted.dueOn ?? null);
  const id = newId();
  const contents = contentsOf(wanted);
  // The insert comes last: it holds the project's row, and with it everybody else's next card.
  const told = record(scope, {
    verb: "card.created",
    subject: { kind: "card", id },
    projectId,
    data: {
      title: contents.title,
      columnId: place.columnId,
      place: place.place,
      milestoneId: contents.milestoneId,
      people: contents.people,
    },
  });
  const [, taken] = await Promise.all([told, insertCard(scope, projectId, id, contents, place, number)]);
  return newRow(scope, projectId, id, taken, contents, place);
}

/** One card a line, in their order, at the end of a column or of the Later list. */
export async function createCards(
  scope: Scope,
  projectId: string,
  wanted: WantedPlace & { titles: readonly string[]; milestoneId?: string | null | undefined },
): Promise<string[]> {
  const place = await findPlace(scope, projectId, { columnId: wanted.columnId, later: wanted.later });
  const positions = [place.position, ...manyAfter(place.position, wanted.titles.length - 1)];
  const cards = wanted.titles.map((title, at) => ({
    id: newId(),
    title,
    position: positions[at] ?? place.position,
  }));
  if (wanted.milestoneId) await needOpenMilestone(scope, projectId, wanted.milestoneId);
  await insertCards(scope, projectId, cards, place, wanted.milestoneId ?? null);
  const ids = cards.map((card) => card.id);
  await record(scope, {
    verb: "card.createdTogether",
    subject: { kind: "project", id: projectId },
    projectId,
    data: { cards: ids, columnId: place.columnId, place: place.place },
  });
  return ids;
}

/** Two people who write the same text both keep theirs: the second is told, with the first one's. */
export async function changeText(
  scope: Scope,
  access: CardAccess,
  revision: number,
  change: CardText,
): Promise<CardDetailView> {
  const { id, projectId, title, audience } = access.card;
  if (asksNothing(change)) return (await wholeCard(scope, id)).detail;
  if (!(await updateText(scope, id, revision, change))) throw stale((await wholeCard(scope, id)).detail);
  const before = { title, audience };
  const { body: _text, ...after } = change;
  await record(scope, {
    verb: "card.changed",
    subject: { kind: "card", id },
    projectId,
    data: { fields: Object.keys(change), before, after },
  });
  return (await wholeCard(scope, id)).detail;
}

export async function trashCard(scope: Scope, { id, projectId, title }: CardRow): Promise<void> {
  await moveToTrash(scope, { kind: "card", id, title, projectId });
}

function contentsOf(wanted: NewCard): CardContents {
  const given = Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => value !== undefined && key in EMPTY),
  );
  const { people, labels, ...rest } = { ...EMPTY, ...given, title: wanted.title } as CardContents;
  return { ...rest, people: [...new Set(people)], labels: [...new Set(labels)] };
}

/** A card that was just written is known without asking for it again. */
function newRow(
  { now }: Scope,
  projectId: string,
  id: string,
  number: number,
  contents: CardContents,
  at: FoundPlace,
): CardRow {
  const { body, people, labels, ...fields } = contents;
  return {
    ...fields,
    ...at,
    id,
    projectId,
    number,
    people: [...people],
    labels: [...labels],
    hasBody: body !== "",
    milestoneState: null,
    startedAt: at.category === "doing" ? now : null,
    doneAt: at.category === "done" ? now : null,
    archivedAt: null,
    blockedReason: null,
    blockedByClient: false,
    audience: "team",
    touchedAt: now,
    commentCount: 0,
    fileCount: 0,
    itemCount: 0,
    itemDoneCount: 0,
    coverFileId: null,
    coverVersion: null,
    revision: 1,
  };
}
