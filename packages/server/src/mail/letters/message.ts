import { cut } from "../../kit/cut.ts";
import type { Say } from "../../words/say.ts";
import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  /** The messages that this mail tells of, the oldest first. */
  messages: { id: string; title: string; text: string; author: string }[];
}

/** What the team wrote to the client of a project; of several that wait one mail tells. */
export const message = letterKind<Data>({
  subject: (data, say) => oneLine(`${data.project}: ${headingOf(data, say)}`),
  letter: (data, say) => {
    const { messages } = data;
    const authors = [...new Set(messages.map(({ author }) => author))];
    return {
      preview: cut(messages.map(({ text }) => text).join(" "), 90),
      heading: headingOf(data, say),
      paragraphs: messages.flatMap(({ title, text }) => [
        ...(messages.length === 1 ? [] : [`${title}:`]),
        ...text.split("\n").filter((line) => line.trim() !== ""),
      ]),
      facts: [{ name: say("Written by"), value: authors.join(", ") }],
      action: say("Open your page"),
      footer: say(
        "You get this mail because you have a part in this project: one a day at most. The link is for you alone.",
      ),
    };
  },
  address: (kit, { linkId }) => linkAddress(kit, "home", linkId),
  optional: { called: "A message from the team", readers: ["contact"] },
});

function headingOf({ messages }: Data, say: Say): string {
  const [first] = messages;
  return messages.length === 1 && first
    ? first.title
    : say("{count} new messages", { count: messages.length });
}
