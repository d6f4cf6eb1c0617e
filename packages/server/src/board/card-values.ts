import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, invalid, notFound } from "../kit/errors.ts";
import { civilDate } from "../kit/fields.ts";
import type { CardRow } from "./card-access.store.ts";
import { lastChange } from "./card-moves.store.ts";
import { holdValue, writeValue } from "./card-values.store.ts";
import type { FieldKind } from "./custom-fields.view.ts";

export const LONGEST_VALUE = 2_000;

/** Over what the writer saw, when they say what that was: an empty text stands for nothing. */
export async function setValue(
  scope: Scope,
  card: CardRow,
  fieldId: string,
  value: string,
  expected?: string,
): Promise<void> {
  const held = await holdValue(scope, card, fieldId);
  if (!held) throw notFound();
  const before = held.value ?? "";
  if (expected !== undefined && before !== expected) {
    const last = await lastChange(scope, card.id, ["card.valueChanged"]);
    const by = last.by ?? "Somebody";
    throw conflict("value-changed", `${by} changed this meanwhile.`, { ...last, value: held.value });
  }
  if (value === before) return;
  const wrong = value === "" ? null : problemWith(held, value);
  if (wrong !== null) throw invalid([{ path: "value", message: wrong }]);
  await writeValue(scope, card.id, fieldId, value || null);
  await record(scope, {
    verb: "card.valueChanged",
    subject: { kind: "card", id: card.id },
    projectId: card.projectId,
    data: { fieldId, before, after: value },
  });
}

const NUMBER = /^-?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i;

/** What is wrong with the text for a field of this kind; null when nothing is. */
export function problemWith(
  { kind, choices }: { kind: FieldKind; choices: readonly string[] },
  value: string,
): string | null {
  switch (kind) {
    case "number":
      return NUMBER.test(value) ? null : "Write a number, such as 1250.5.";
    case "date":
      return civilDate().safeParse(value).success ? null : "Write a day, such as 2026-06-12.";
    case "choice":
      return choices.includes(value) ? null : "Choose one of the field's words.";
    case "checkbox":
      return value === "yes" || value === "no" ? null : "It is yes or no.";
    default:
      return null;
  }
}
