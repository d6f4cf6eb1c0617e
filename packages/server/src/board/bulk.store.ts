import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { inChunks } from "../db/in-chunks.ts";
import type {
  CardLabelsTable,
  CardLinksTable,
  CardPeopleTable,
  CardsTable,
  CardValuesTable,
  ChecklistItemsTable,
  ColumnsTable,
  CustomFieldsTable,
  LabelsTable,
} from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

type Rows<T> = readonly Omit<Insertable<T>, "workspaceId">[];

export interface BulkBoard {
  columns: Rows<ColumnsTable>;
  labels: Rows<LabelsTable>;
  fields: Rows<CustomFieldsTable>;
  cards: Rows<CardsTable>;
  people: Rows<CardPeopleTable>;
  cardLabels: Rows<CardLabelsTable>;
  items: Rows<ChecklistItemsTable>;
  links: Rows<CardLinksTable>;
  values: Rows<CardValuesTable>;
}

/** A whole board's rows at once, for imports and the sample project; the caller has checked them and records the event. */
export async function insertBoard({ tx, actor }: Scope, board: BulkBoard): Promise<void> {
  const own = <T>(rows: readonly T[]) => rows.map((row) => ({ ...row, workspaceId: actor.workspaceId }));
  await inChunks(own(board.columns), (rows) => tx.insertInto("columns").values(rows).execute());
  await inChunks(own(board.labels), (rows) => tx.insertInto("labels").values(rows).execute());
  await inChunks(own(board.fields), (rows) => tx.insertInto("customFields").values(rows).execute());
  await inChunks(own(board.cards), (rows) => tx.insertInto("cards").values(rows).execute());
  await inChunks(own(board.people), (rows) => tx.insertInto("cardPeople").values(rows).execute());
  await inChunks(own(board.cardLabels), (rows) => tx.insertInto("cardLabels").values(rows).execute());
  await inChunks(own(board.items), (rows) => tx.insertInto("checklistItems").values(rows).execute());
  await inChunks(own(board.links), (rows) => tx.insertInto("cardLinks").values(rows).execute());
  await inChunks(own(board.values), (rows) => tx.insertInto("cardValues").values(rows).execute());
}

export interface Grown {
  id: string;
  comments: number;
  items: number;
  itemsDone: number;
}

/** Keeps the counts of cards that got more comments or checklist items. */
export async function growCards({ tx, actor }: Scope, cards: readonly Grown[]): Promise<void> {
  for (const { id, comments, items, itemsDone } of cards)
    await tx
      .updateTable("cards")
      .set((row) => ({
        commentCount: row("commentCount", "+", comments),
        itemCount: row("itemCount", "+", items),
        itemDoneCount: row("itemDoneCount", "+", itemsDone),
      }))
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .execute();
}

export interface BoardShape {
  columns: { id: string; name: string; category: string; position: string }[];
  labels: { id: string; name: string; color: string; position: string }[];
  fields: { id: string; name: string; kind: string; position: number }[];
  /** The last place taken in each column; `null` is the Later list. */
  lastPlaces: Map<string | null, string>;
}

export async function boardShape({ tx, actor }: Scope, projectId: string): Promise<BoardShape> {
  const { workspaceId } = actor;
  const columns = await tx
    .selectFrom("columns")
    .select(["id", "name", "category", "position"])
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("position")
    .execute();
  const labels = await tx
    .selectFrom("labels")
    .select(["id", "name", "color", "position"])
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("position")
    .execute();
  const fields = await tx
    .selectFrom("customFields")
    .select(["id", "name", "kind", "position"])
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .where(notInTrash("customFields.workspaceId", "customFields.id"))
    .orderBy("position")
    .execute();
  const last = await tx
    .selectFrom("cards")
    .select((row) => ["columnId", row.fn.max("position").as("position")])
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .groupBy("columnId")
    .execute();
  return { columns, labels, fields, lastPlaces: new Map(last.map((row) => [row.columnId, row.position])) };
}

/** The last place taken in each of these cards' checklists. */
export async function lastItemPlaces(
  { tx, actor }: Scope,
  cardIds: readonly string[],
): Promise<Map<string, string>> {
  if (cardIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("checklistItems")
    .select((row) => ["cardId", row.fn.max("position").as("position")])
    .where("workspaceId", "=", actor.workspaceId)
    .where("cardId", "in", cardIds)
    .groupBy("cardId")
    .execute();
  return new Map(rows.map((row) => [row.cardId, row.position]));
}
