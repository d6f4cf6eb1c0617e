import type { BoardShape, BulkBoard, Grown } from "../board/bulk.store.ts";
import { cut } from "../kit/cut.ts";
import { LIMITS } from "../kit/fields.ts";
import { newId } from "../kit/id.ts";
import { manyAfter } from "../kit/position.ts";
import type { BulkComment } from "../talk/bulk.store.ts";
import type { ImportedCard } from "./imported-board.ts";
import type { Known, NewIdentity } from "./imports.store.ts";
import type { Target } from "./list-targets.ts";

export interface Placed {
  card: ImportedCard;
  target: Target;
}

export interface RowContext {
  projectId: string;
  now: Date;
  known: Known;
  /** Member there -> person here. */
  people: ReadonlyMap<string, string>;
  /** Names of members without a match, for the text of their cards. */
  unmatched: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, string>;
  fields: ReadonlyMap<string, string>;
  lastPlaces: BoardShape["lastPlaces"];
  lastItems: ReadonlyMap<string, string>;
  number(card: ImportedCard, at: number): number;
}

/** Everything that an import writes below the project, and whose id stands for what. */
export class Rows {
  readonly cards: BulkBoard["cards"][number][] = [];
  readonly people: BulkBoard["people"][number][] = [];
  readonly cardLabels: BulkBoard["cardLabels"][number][] = [];
  readonly items: BulkBoard["items"][number][] = [];
  readonly links: BulkBoard["links"][number][] = [];
  readonly values: BulkBoard["values"][number][] = [];
  readonly comments: BulkComment[] = [];
  readonly grown: Grown[] = [];
  readonly identities: NewIdentity[] = [];
  readonly #context: RowContext;

  constructor(context: RowContext) {
    this.#context = context;
  }

  /** New cards at the end of their columns, in their order. */
  addCards(placed: readonly Placed[]): void {
    const positions = placesFor(placed, this.#context.lastPlaces);
    placed.forEach(({ card, target }, at) => {
      const id = newId();
      this.identities.push({ noun: "card", externalId: card.id, nounId: id });
      this.cards.push(
        this.#cardRow(id, card, target, {
          number: this.#context.number(card, at),
          position: positions[at] ?? "",
        }),
      );
      this.#addMarks(id, card);
      this.#addParts(id, card);
    });
  }

  /** What a card that is here already got since; the card itself is left as people here have made it. */
  addToCard(id: string, card: ImportedCard): void {
    const added = this.#addParts(id, card);
    if (added.comments > 0 || added.items > 0) this.grown.push({ id, ...added });
  }

  #cardRow(
    id: string,
    card: ImportedCard,
    { column, milestoneId, archived }: Target,
    { number, position }: { number: number; position: string },
  ): BulkBoard["cards"][number] {
    const { now, projectId } = this.#context;
    const touchedAt = card.touchedAt && card.touchedAt < now ? card.touchedAt : now;
    return {
      id,
      projectId,
      milestoneId,
      columnId: column.id,
      number,
      title: card.title,
      body: this.#body(card),
      position,
      low: null,
      likely: null,
      high: null,
      startOn: card.startOn,
      dueOn: card.dueOn,
      startedAt: column.category === "doing" ? touchedAt : null,
      doneAt: column.category === "done" ? touchedAt : null,
      archivedAt: archived ? touchedAt : null,
      blockedReason: null,
      touchedAt,
      createdAt: card.createdAt && card.createdAt < touchedAt ? card.createdAt : touchedAt,
      commentCount: card.comments.length,
      itemCount: card.items.length,
      itemDoneCount: card.items.filter((item) => item.done).length,
    };
  }

  #body(card: ImportedCard): string {
    const names = card.memberIds.flatMap((id) => this.#context.unmatched.get(id) ?? []);
    if (names.length === 0) return card.body;
    const line = `On this card in Trello: ${names.join(", ")}`;
    const text = cut(card.body, LIMITS.text - line.length - 2);
    return text === "" ? line : `${text}\n\n${line}`;
  }

  #addMarks(cardId: string, card: ImportedCard): void {
    const { people, labels, fields } = this.#context;
    const found = (ids: readonly string[], by: ReadonlyMap<string, string>) => [
      ...new Set(ids.flatMap((id) => by.get(id) ?? [])),
    ];
    for (const personId of found(card.memberIds, people)) this.people.push({ cardId, personId });
    for (const labelId of found(card.labelIds, labels)) this.cardLabels.push({ cardId, labelId });
    const values = new Map(
      card.values.flatMap(({ fieldId, value }) => {
        const id = fields.get(fieldId);
        return id ? [[id, value] as const] : [];
      }),
    );
    for (const [fieldId, value] of values) this.values.push({ cardId, fieldId, value });
  }

  #addParts(cardId: string, card: ImportedCard): Omit<Grown, "id"> {
    const { now, known, lastItems } = this.#context;
    const fresh = <T extends { id: string }>(noun: "item" | "link" | "comment", all: readonly T[]) =>
      all
        .filter(({ id }) => !known.get(noun)?.has(id))
        .map((one) => ({ one, id: this.#identify(noun, one.id) }));
    const items = fresh("item", card.items);
    const positions = manyAfter(lastItems.get(cardId) ?? null, items.length);
    items.forEach(({ one: { heading, text, done }, id }, at) => {
      const doneAt = done ? (card.touchedAt ?? now) : null;
      this.items.push({ id, cardId, heading, text, doneAt, doneBy: null, position: positions[at] ?? "" });
    });
    for (const { one, id } of fresh("link", card.links))
      this.links.push({ id, cardId, title: one.title, url: one.url });
    const comments = fresh("comment", card.comments);
    for (const { one, id } of comments)
      this.comments.push({
        id,
        cardId,
        body: one.body,
        at: one.at,
        authorId: null,
        importedAuthor: one.author,
      });
    return {
      comments: comments.length,
      items: items.length,
      itemsDone: items.filter(({ one }) => one.done).length,
    };
  }

  #identify(noun: NewIdentity["noun"], externalId: string): string {
    const nounId = newId();
    this.identities.push({ noun, externalId, nounId });
    return nounId;
  }
}

function placesFor(placed: readonly Placed[], last: BoardShape["lastPlaces"]): string[] {
  const counts = new Map<string, number>();
  const places = placed.map(({ target }) => {
    const at = counts.get(target.column.id) ?? 0;
    counts.set(target.column.id, at + 1);
    return { columnId: target.column.id, at };
  });
  const keys = new Map([...counts].map(([id, count]) => [id, manyAfter(last.get(id) ?? null, count)]));
  return places.map(({ columnId, at }) => keys.get(columnId)?.[at] ?? "");
}
