export const SEARCH_KINDS = ["cards", "plans", "talk", "files", "people", "decisions"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchSearch {
  q?: string;
  kind?: SearchKind;
  project?: string;
  archived?: true;
}

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** A number or "true" that was searched for is no text in the address. */
export function readSearchSearch({ q, kind, project, archived }: Record<string, unknown>): SearchSearch {
  const known = SEARCH_KINDS.find((one) => one === kind);
  const text = typeof q === "number" || typeof q === "boolean" ? String(q) : q;
  return {
    ...(isText(text) ? { q: text.slice(0, 200) } : {}),
    ...(known ? { kind: known } : {}),
    ...(isText(project) ? { project } : {}),
    ...(archived === true || archived === "true" ? { archived: true as const } : {}),
  };
}
