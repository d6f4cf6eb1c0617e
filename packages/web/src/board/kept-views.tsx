import { viewSearch, viewText } from "../lib/saved-views.ts";
import { SavedViews } from "../ui/saved-views.tsx";
import type { ProjectViewsProps } from "./project-views.tsx";

const EXAMPLES = { board: "Mine, this week", list: "By estimate, unassigned", calendar: "Only Jo" };

/** An open card, a side list and the days that are looked at belong to no view. */
function keptOf(search: object): string {
  const { card: _card, list: _list, on: _day, ...kept } = search as Record<string, unknown>;
  return viewText(kept);
}

export function KeptViews({ place, projectId, search, read }: ProjectViewsProps & { projectId: string }) {
  return (
    <SavedViews
      at={{ place, projectId }}
      now={keptOf(search)}
      read={(kept) => keptOf(read(viewSearch(kept)))}
      all="All cards"
      example={EXAMPLES[place]}
    />
  );
}
