import { type PortfolioSearch, readSearch } from "./portfolio-search.ts";

/** The same filters behind a question mark, always in one order: a list of care is not one of them. */
export function searchText({ care: _, ...filters }: PortfolioSearch): string {
  const set = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set.toSorted(([one = ""], [other = ""]) => one.localeCompare(other))).toString();
}

export function fromSearchText(text: string): PortfolioSearch {
  return readSearch(Object.fromEntries(new URLSearchParams(text)));
}

/** Is anything narrowed or grouped, apart from an open list of care? */
export function isFiltered({ care: _, ...filters }: PortfolioSearch): boolean {
  return Object.keys(filters).length > 0;
}
