import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { dayText } from "./dates.ts";
import { keys } from "./query-keys.ts";

export type CustomField = Shape<"CustomField">;
export type FieldKind = CustomField["kind"];

/** What cards hold in the project's own fields: by card, then by field. */
export const cardValuesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "values"),
    queryFn: async () => {
      const params = { path: { projectId } };
      return (await answer(api.GET("/api/v1/projects/{projectId}/card-values", { params }))).cards;
    },
  });

/** What one card holds now, into what is known of all; empty means that it holds nothing. */
export function patchValues(
  client: QueryClient,
  card: { id: string; projectId: string },
  change: readonly { fieldId: string; value: string | null }[],
): void {
  client.setQueryData(cardValuesQuery(card.projectId).queryKey, (all) => {
    if (!all) return undefined;
    const held = { ...all[card.id] };
    for (const { fieldId, value } of change)
      if (value) held[fieldId] = value;
      else delete held[fieldId];
    return JSON.stringify(held) === JSON.stringify(all[card.id] ?? {}) ? all : { ...all, [card.id]: held };
  });
}

/** A stored value as people read it, in the viewer's own way of writing numbers and days. */
export function valueText(kind: FieldKind, value: string): string {
  switch (kind) {
    case "number":
      return numberText(value);
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : value;
    case "checkbox":
      return value === "yes" ? "Yes" : "No";
    default:
      return value;
  }
}

const FRACTION = { maximumFractionDigits: 15 };

/** "1250.5" -> "1,250.5"; what would lose digits stays as it is stored. */
export function numberText(
  value: string,
  { grouped = true, locale = undefined as string | undefined } = {},
): string {
  const number = Number(value);
  if (value.trim() === "" || String(number) !== value) return value;
  return new Intl.NumberFormat(locale, { ...FRACTION, useGrouping: grouped }).format(number);
}

/** What somebody typed, "1.250,5" or "1250.5", as it is stored; null when it is no number. */
export function readNumber(typed: string, locale?: string): string | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12_345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const [group, decimal] = [sign("group"), sign("decimal")];
  const bare = typed.replaceAll(/[\s\u00A0\u202F'’]/g, "").replace("−", "-");
  // A point that does not part thousands is meant as the decimal sign, whatever the language.
  const isPoint = group === "." && /^-?\d*\.\d+$/.test(bare) && !/^-?\d{1,3}\.\d{3}$/.test(bare);
  const plain = isPoint ? bare : bare.replaceAll(group, "").replace(decimal, ".");
  const read = /^(-?)0*(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!read || !/\d/.test(plain)) return null;
  const [, minus = "", whole = "", fraction = ""] = read;
  const rest = fraction.replace(/0+$/, "");
  const size = `${whole || "0"}${rest ? `.${rest}` : ""}`;
  return size === "0" ? "0" : `${minus}${size}`;
}
