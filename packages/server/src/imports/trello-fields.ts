import type { FieldKind } from "../board/custom-fields.view.ts";
import { civilDate } from "../kit/clock.ts";
import { cut } from "../kit/cut.ts";
import { LIMITS } from "../kit/fields.ts";
import type { TrelloCard, TrelloExportData } from "./trello-export.ts";

export type Fields = ReadonlyMap<string, { kind: FieldKind; options: ReadonlyMap<string, string> }>;

const KINDS: Record<string, FieldKind> = {
  checkbox: "checkbox",
  date: "date",
  list: "choice",
  number: "number",
};

export function kindOf(type: string): FieldKind {
  return KINDS[type] ?? "text";
}

/** Each word once, in Trello's order, as the values of cards have it. */
export function choicesOf(options: TrelloExportData["customFields"][number]["options"]): string[] {
  const words = options.map(({ value }) =>
    cut((value?.text ?? "").replaceAll("\u0000", "").toWellFormed(), LIMITS.line),
  );
  return [...new Set(words)].filter((word) => word !== "");
}

export function fieldsById({ customFields }: TrelloExportData): Fields {
  return new Map(
    customFields.map(({ id, type, options }) => [
      id,
      {
        kind: kindOf(type),
        options: new Map(options.map((option) => [option.id, option.value?.text ?? ""])),
      },
    ]),
  );
}

/** The value as people read it: a choice by its words, a date as a day; null when it cannot be read. */
export function fieldValue(
  { idCustomField, idValue, value }: TrelloCard["customFieldItems"][number],
  fields: Fields,
  zone: string,
): string | null {
  const field = fields.get(idCustomField);
  if (!field) return null;
  switch (field.kind) {
    case "choice":
      return (idValue && field.options.get(idValue)) || value?.text || null;
    case "checkbox":
      return value?.checked === undefined ? null : value.checked === "true" ? "yes" : "no";
    case "date":
      return value?.date && !Number.isNaN(Date.parse(value.date))
        ? civilDate(new Date(value.date), zone)
        : null;
    case "number":
      return value?.number ?? null;
    default:
      return value?.text ?? value?.number ?? null;
  }
}
