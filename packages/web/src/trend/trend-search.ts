export interface TrendSearch {
  view?: "table";
}

export function readSearch({ view }: Record<string, unknown>): TrendSearch {
  return view === "table" ? { view } : {};
}
