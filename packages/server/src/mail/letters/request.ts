import type { Say } from "../../words/say.ts";
import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  title: string;
  why: string;
  dueOn: string | null;
  turn: "asked" | "returned" | "soon" | "today" | "waiting" | "again";
  /** Why an answer came back. */
  reason: string;
}

/** What is needed from somebody of the client. */
export const request = letterKind<Data>({
  subject: ({ project, title, dueOn }, say) =>
    oneLine(
      dueOn === null
        ? say("{project}: we need “{title}”", { project, title })
        : say("{project}: we need “{title}” by {day}", { project, title, day: say.day(dueOn) }),
    ),
  letter: (data, say) => ({
    preview: opening(data, say),
    heading: data.title,
    paragraphs: [opening(data, say), data.turn === "returned" ? data.reason : data.why].filter(Boolean),
    facts: data.dueOn === null ? [] : [{ name: say("Needed by"), value: say.day(data.dueOn) }],
    action: say("Open and answer"),
    footer: say("The link is yours alone. What you type is kept until you send it."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "request", linkId),
});

function opening({ turn }: Data, say: Say): string {
  switch (turn) {
    case "asked":
      return say("We need something from you for the next step.");
    case "returned":
      return say("Thank you for your answer. Something is still missing.");
    case "soon":
      return say("A short reminder: this is needed in two working days.");
    case "today":
      return say("A short reminder: this is needed today.");
    case "waiting":
      return say("This is still open. If something is unclear, just ask us.");
    case "again":
      return say("Here is your new link.");
  }
}
