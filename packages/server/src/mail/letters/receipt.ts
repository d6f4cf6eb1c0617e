import type { Message, Say } from "../../words/say.ts";
import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  project: string;
  title: string;
  round: number;
  verdict: string;
  /** What they chose, where there were several answers. */
  choice: string | null;
  words: string;
  at: string;
  zone: string;
  /** SHA-256 of what was decided on. */
  hash: string;
  /** The head of the project's chain of seals, once the decision is sealed. */
  head: string | null;
  isFinal: boolean;
  /** Written down by a member of the team, in this person's name. */
  recorded: boolean;
}

const VERDICTS: Record<string, Message> = {
  approved: "You approved it.",
  changes_requested: "You asked for changes.",
  chosen: "You chose.",
  advised: "You gave your opinion.",
};

export const receipt = letterKind<Data>({
  carriesHead: true,
  subject: ({ project, title }, say) =>
    oneLine(say("{project}: your decision on {title}", { project, title })),
  letter: (data, say) => ({
    preview: saidOf(say, data),
    heading: data.title,
    paragraphs: [
      saidOf(say, data),
      ...(data.words ? [data.words] : []),
      ...(data.recorded ? [say("The team wrote this down in your name. If it is not so, tell them.")] : []),
      ...(data.isFinal ? [] : [say("Others are still asked.")]),
    ],
    facts: [
      { name: say("Project"), value: data.project },
      { name: say("Version"), value: String(data.round) },
      { name: say("When"), value: say.moment(new Date(data.at), data.zone) },
      { name: say("Fingerprint"), value: data.hash },
      ...(data.head === null ? [] : [{ name: say("Chain"), value: data.head }]),
    ],
    action: null,
    footer: say("Keep this mail: it is your copy of what was decided."),
  }),
  address: () => null,
});

function saidOf(say: Say, { verdict, choice }: Data): string {
  if (choice !== null) return say("You chose: {choice}", { choice });
  return say(VERDICTS[verdict] ?? "You approved it.");
}
