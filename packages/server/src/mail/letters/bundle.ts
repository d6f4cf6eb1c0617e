import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  sections: { heading: string; lines: string[] }[];
  /** All that is new, also what does not fit. */
  count: number;
}

/** To a member: all that is new in their inbox, in one mail. */
export const bundle = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ sections, count }) => {
    const [first] = sections;
    const more = sections.length > 1 ? ` and ${sections.length - 1} more` : "";
    return oneLine(`${first?.heading ?? "Inbox"}${more}: ${count} new in your inbox`);
  },
  letter: ({ sections, count }) => {
    const shown = sections.reduce((sum, { lines }) => sum + lines.length, 0);
    return {
      preview: cut(sections.flatMap(({ lines }) => lines).join(" · ") || "Your inbox", 90),
      heading: count === 1 ? "One thing is new in your inbox" : `${count} things are new in your inbox`,
      paragraphs: count > shown ? [`The newest ${shown} are these.`] : [],
      sections,
      action: "Open your inbox",
      footer: "You get such a mail only when something is new. How often is set under Settings, You.",
    };
  },
  address: (kit) => `${kit.baseUrl}/inbox`,
  optional: { called: "News of your inbox", readers: ["member"], setWithRhythm: true },
});
