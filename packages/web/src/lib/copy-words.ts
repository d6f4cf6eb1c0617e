import type { Shape } from "./api.ts";

export type CopyPart = Shape<"CopyPart">;
type LeftOut = Shape<"MadeCard">["leftOut"][number];

/** What is asked about when cards are copied. */
export const COPY_WORDS: Record<CopyPart, string> = {
  checklist: "Checklist, unticked",
  people: "People",
  labels: "Labels",
  dates: "Dates",
  links: "Links",
  files: "Files",
  comments: "What the team wrote",
};

const LEFT_OUT: Record<LeftOut, string> = {
  people: "people",
  labels: "labels",
  milestone: "milestones",
  fields: "fields",
};

/** What could not come along, for the end of a sentence. */
export function withoutWords(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return "";
  return `, without ${leftOut.map((what) => LEFT_OUT[what]).join(", ")} gone from the project`;
}
