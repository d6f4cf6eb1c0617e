import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  roundId: string;
  project: string;
  asker: string;
  deadlineOn: string;
  words: string;
}

export const input = letterKind<Data>({
  subject: ({ project, deadlineOn }, say) =>
    oneLine(say("{project}: what do you think of the plan? By {day}", { project, day: say.day(deadlineOn) })),
  letter: ({ project, asker, deadlineOn, words }, say) => ({
    preview: say("Goals, dates and who does what, to read and to comment."),
    heading: say("{asker} asks what you think of the plan for {project}", { asker, project }),
    paragraphs: [
      ...words.split(/\n{2,}/).filter((part) => part.trim() !== ""),
      say(
        "Read the goals, the dates and who does what. Say what is unclear, or propose something else. Nothing is decided by looking.",
      ),
    ],
    facts: [{ name: say("By"), value: say.day(deadlineOn) }],
    action: say("Read and comment"),
    footer: say("The link is yours alone: what is written through it is written in your name."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "input", linkId),
});
