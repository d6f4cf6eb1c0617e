import type { BoardShape, BulkBoard } from "../board/bulk.store.ts";
import { newId } from "../kit/id.ts";
import { between } from "../kit/position.ts";
import type { ImportedBoard, ImportedCard } from "./imported-board.ts";
import type { Known, NewIdentity } from "./imports.store.ts";

interface Marks<Row> {
  /** The id there -> the id here. */
  ids: Map<string, string>;
  added: Row[];
  identities: NewIdentity[];
}

interface Found {
  projectId: string;
  shape: BoardShape;
  known: Known;
}

/** Labels with a name or a use; one of the same name and colour that is here already is taken. */
export function placeLabels(
  { labels }: ImportedBoard,
  cards: readonly ImportedCard[],
  { projectId, shape, known }: Found,
): Marks<BulkBoard["labels"][number]> {
  const used = new Set(cards.flatMap((card) => card.labelIds));
  const marks: Marks<BulkBoard["labels"][number]> = { ids: new Map(), added: [], identities: [] };
  const all = [...shape.labels];
  for (const label of labels) {
    const { id, color } = label;
    if (label.name === "" && !used.has(id)) continue;
    const name = label.name || `${color.charAt(0).toUpperCase()}${color.slice(1)}`;
    const before =
      all.find((one) => one.id === known.get("label")?.get(id)) ??
      all.find((one) => one.name === name && one.color === color);
    const row = before ?? { id: newId(), name, color, position: between(all.at(-1)?.position ?? null, null) };
    if (!before) {
      all.push(row);
      marks.added.push({ ...row, projectId });
    }
    note(marks, "label", id, row.id);
  }
  return marks;
}

export function placeFields(
  { fields }: ImportedBoard,
  { projectId, shape, known }: Found,
): Marks<BulkBoard["fields"][number]> {
  const marks: Marks<BulkBoard["fields"][number]> = { ids: new Map(), added: [], identities: [] };
  const all = [...shape.fields];
  for (const { id, name, kind, choices } of fields) {
    const before =
      all.find((one) => one.id === known.get("field")?.get(id)) ??
      all.find((one) => one.name === name && one.kind === kind);
    const row = before ?? { id: newId(), name, kind, position: (all.at(-1)?.position ?? 0) + 1 };
    if (!before) {
      all.push(row);
      marks.added.push({ ...row, projectId, choices: JSON.stringify(choices) });
    }
    note(marks, "field", id, row.id);
  }
  return marks;
}

function note<Row>(marks: Marks<Row>, noun: "label" | "field", externalId: string, nounId: string): void {
  marks.ids.set(externalId, nounId);
  marks.identities.push({ noun, externalId, nounId });
}
