/** What is looked for in the archive, as it stands in the address. */
export interface ArchiveSearch {
  q?: string | undefined;
  /** A person, or "me". */
  who?: string | undefined;
  label?: string | undefined;
  /** Its number. */
  milestone?: string | undefined;
  column?: string | undefined;
  state?: "done" | "open" | undefined;
}

const TEXTS = ["q", "who", "label", "milestone", "column"] as const;

export function readArchiveSearch(search: Record<string, unknown>): ArchiveSearch {
  const words = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value).slice(0, 200) : "";
  const { state } = search;
  return filled({
    ...Object.fromEntries(TEXTS.map((key) => [key, words(search[key])])),
    state: state === "done" || state === "open" ? state : undefined,
  });
}

export function changed(before: ArchiveSearch, change: ArchiveSearch): ArchiveSearch {
  return filled({ ...before, ...change });
}

export function isNarrow(search: ArchiveSearch): boolean {
  return Object.values(search).some((value) => value !== undefined && value !== "");
}

function filled(search: ArchiveSearch): ArchiveSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value));
}
