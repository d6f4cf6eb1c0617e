import tour from "../../../../docs/tour.md?raw";

export interface TourPart {
  title: string;
  /** Markdown. */
  text: string;
  /** Where it is seen in the sample project: words, and what comes after its address. */
  place: { label: string; path: string };
}

const PLACE = /^\[(.+)\]\(\/p\/KEY(\/[\w/-]+)\)$/m;

/** The parts of docs/tour.md: a heading, some sentences, and the place where to look. */
export const TOUR: readonly TourPart[] = tour
  .split(/^## /m)
  .slice(1)
  .map((part) => {
    const [title = "", ...lines] = part.split("\n");
    const text = lines.join("\n");
    const [, label = "", path = ""] = PLACE.exec(text) ?? [];
    return { title, text: unwrapped(text.replace(PLACE, "")), place: { label, path } };
  });

/** Lines of the file end where the page is full; a paragraph ends at an empty line. */
function unwrapped(text: string): string {
  return text.trim().replaceAll(/(\S)\n(?=\S)/g, "$1 ");
}
