import { viewSearch, viewText } from "../lib/saved-views.ts";
import { type PortfolioSearch, readSearch } from "./portfolio-search.ts";

/** The same filters behind a question mark, always in one order: a list of care is not one of them. */
export function searchText({ care: _, ...filters }: PortfolioSearch): string {
  return viewText(filters);
}

export function fromSearchText(text: string): PortfolioSearch {
  return readSearch(viewSearch(text));
}

/** Is anything narrowed or grouped, apart from an open list of care? */
export function isFiltered({ care: _, ...filters }: PortfolioSearch): boolean {
  return Object.keys(filters).length > 0;
}
