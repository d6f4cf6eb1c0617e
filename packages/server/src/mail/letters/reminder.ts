import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  sections: { heading: string; lines: string[] }[];
  first: { project: string; title: string; on: string };
  /** All that is due, also what does not fit. */
  count: number;
}

/** To a member, in the morning: what of theirs is due today or on the next working day, and what being late would move. */
export const reminder = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ first: { project, title, on }, count }) =>
    oneLine(`${project}: ${title} is due ${on}${count === 1 ? "" : ` and ${count - 1} more`}`),
  letter: ({ sections, count }) => {
    const shown = sections.reduce((sum, { lines }) => sum + lines.length, 0);
    return {
      preview: cut(sections.flatMap(({ lines }) => lines).join(" · "), 90),
      heading: count === 1 ? "One thing of yours is due" : `${count} things of yours are due`,
      paragraphs: count > shown ? [`The first ${shown} are these.`] : [],
      sections,
      action: "Open today",
      footer: "You are reminded the working day before and on the day, in one mail a morning.",
    };
  },
  address: (kit) => `${kit.baseUrl}/today`,
  optional: { called: "What of yours is due", readers: ["member"], setWithRhythm: true },
});
