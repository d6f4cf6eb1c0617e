import { letterKind, oneLine, quoted } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";
import type { AboutDecision } from "./decision.ts";

interface Data extends AboutDecision {
  /** When it counts as accepted without an answer, where both sides have agreed on that. */
  acceptsOn: string | null;
  /** When they have written by mail that they approve: a mail proposes, and one button confirms. */
  wroteOn: string | null;
}

export const nudge = letterKind<Data>({
  subject: ({ project, title, dueOn }, say) =>
    oneLine(
      dueOn === null
        ? say("{project}: {title} is waiting for you", { project, title })
        : say("{project}: {title} is waiting for you, by {day}", {
            project,
            title,
            day: say.day(dueOn, dueOn),
          }),
    ),
  letter: ({ project, title, question, dueOn, name, acceptsOn, wroteOn, kind }, say) => ({
    preview: question || title,
    heading: title,
    paragraphs: [
      wroteOn === null
        ? say("{name}, a short reminder: this is waiting for your decision.", { name })
        : say(
            "{name}, you wrote “approved” in a mail of {day}. A mail alone decides nothing: please confirm it on the page, with one button.",
            { name, day: say.day(wroteOn) },
          ),
      ...(question && kind !== "change" ? [quoted(say, question)] : []),
      ...(acceptsOn === null
        ? []
        : [
            say("As agreed, it counts as accepted on {day} if nobody answers until then.", {
              day: say.day(acceptsOn),
            }),
          ]),
    ],
    facts: [
      { name: say("Project"), value: project },
      ...(dueOn === null ? [] : [{ name: say("Please by"), value: say.day(dueOn) }]),
    ],
    action: wroteOn === null ? say("Review and decide") : say("Look and confirm"),
    footer: say("Opening the link decides nothing. You decide on the page, with one button."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "decision", linkId),
});
