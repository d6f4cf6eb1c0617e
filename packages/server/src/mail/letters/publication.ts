import { cut } from "../../kit/cut.ts";
import type { Say } from "../../words/say.ts";
import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  news: "first" | "changed" | "same";
  /** Null when whoever published it has left. */
  author: string | null;
  /** The words of each publication that this mail tells of, the oldest first. */
  texts: string[];
}

/** What a client is told when a plan was published; of several in a row one mail tells. */
export const publication = letterKind<Data>({
  subject: (data, say) => oneLine(`${data.project}: ${headingOf(data, say)}`),
  letter: (data, say) => {
    const lines = linesOf(data);
    return {
      preview: cut(lines.join(" "), 90),
      heading: headingOf(data, say),
      paragraphs: lines,
      ...(data.author === null ? {} : { facts: [{ name: say("Published by"), value: data.author }] }),
      action: say("Read the plan"),
      footer: say(
        "You get this mail because you have a part in this project: one a day at most. The link is for you alone.",
      ),
    };
  },
  address: (kit, { linkId }) => linkAddress(kit, "home", linkId),
  optional: { called: "News about a plan", readers: ["contact"] },
});

function headingOf({ news }: Data, say: Say): string {
  if (news === "first") return say("The plan is here");
  return news === "changed" ? say("The plan has changed") : say("The plan stands as it is");
}

/** A line is a paragraph in a mail; what two publications say in the same words is said once. */
function linesOf({ texts }: Data): string[] {
  const lines = texts.flatMap((text) => text.split("\n").map((line) => line.trim().replace(/^[-*]\s+/, "")));
  return [...new Set(lines.filter((line) => line !== ""))];
}
