import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound } from "../kit/errors.ts";
import { moveAllToTrash } from "../projects/trash.ts";
import { ownActOn } from "./board-acts.store.ts";
import type { LeftOut } from "./card-content.ts";
import type { CopyPart } from "./card-copy.ts";
import { cardsInColumn } from "./cards-copy.store.ts";
import { copyCards } from "./cards-copy.ts";
import { type ColumnRow, listColumns } from "./columns.store.ts";
import { createColumn, removeColumn } from "./columns.ts";

const COPIED = "column.copied";

interface WantedColumn {
  name: string;
  wipLimit?: number | null | undefined;
  /** The parts of its cards that are copied; left out, none of its cards are. */
  cards?: readonly CopyPart[] | undefined;
}

export interface CopiedColumn {
  column: ColumnRow;
  cardIds: string[];
  leftOut: LeftOut[];
}

/** A column like this one beside it, with its cards or without. */
export async function copyColumn(
  scope: Scope,
  from: ColumnRow,
  { name, wipLimit = from.wipLimit, cards }: WantedColumn,
): Promise<CopiedColumn> {
  const { projectId, category } = from;
  const column = await createColumn(scope, projectId, { name, category, wipLimit, after: from.id });
  const { ids, leftOut } = cards
    ? await copyCards(scope, await cardsInColumn(scope, from.id), {
        projectId,
        columnId: column.id,
        parts: cards,
      })
    : { ids: [], leftOut: [] };
  await record(scope, {
    verb: COPIED,
    subject: { kind: "column", id: column.id },
    projectId,
    data: { from: from.id, cards: ids },
  });
  return { column, cardIds: ids, leftOut };
}

const Data = z.object({ from: z.string(), cards: z.array(z.string()) });

/** By whoever copied it: its copies go into the trash, and what else lies there to where it was copied from. */
export async function takeBackColumn(scope: Scope, column: ColumnRow): Promise<void> {
  const act = await ownActOn(scope, { id: column.id, verb: COPIED });
  if (!act) throw notFound();
  const { from, cards } = Data.parse(act.data);
  const copies = new Set(cards);
  const there = (await cardsInColumn(scope, column.id)).filter(({ id }) => copies.has(id));
  await moveAllToTrash(
    scope,
    there.map(({ id, title }) => ({ kind: "card", id, title, projectId: column.projectId })),
  );
  const others = (await listColumns(scope, column.projectId)).filter(({ id }) => id !== column.id);
  const to = others.find(({ id }) => id === from) ?? others[0];
  await removeColumn(scope, column, to?.id);
}
