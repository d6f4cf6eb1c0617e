import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  sections: { heading: string; lines: string[] }[];
  count: number;
}

/** To a member, in the morning: what of theirs is due today or on the next working day, and what being late would move. */
export const reminder = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ sections, count }) => {
    const [first] = sections;
    const [line = ""] = first?.lines ?? [];
    return oneLine(count === 1 ? `Due: ${line}` : `${count} things of yours are due`);
  },
  letter: ({ sections, count }) => ({
    preview: cut(sections.flatMap(({ lines }) => lines).join(" · ") || "What is due", 90),
    heading: count === 1 ? "One thing of yours is due" : `${count} things of yours are due`,
    paragraphs: [],
    sections,
    action: "Open today",
    footer: "You are reminded the working day before and on the day, in one mail a morning.",
  }),
  address: (kit) => `${kit.baseUrl}/today`,
  optional: { called: "What of yours is due", readers: ["member"], setWithRhythm: true },
});
