import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  key: string;
  project: string;
  title: string;
  verdict: string;
  /** What was chosen, where there were several answers. */
  choice: string | null;
  words: string;
  /** Where the team goes on with it. */
  place: "approvals" | "requests";
  by: string;
  byWindow: boolean;
  isFinal: boolean;
  /** The head of the project's chain of seals, once the decision is sealed. */
  head: string | null;
}

const VERDICTS: Record<string, string> = {
  approved: "approved",
  changes_requested: "changes requested",
  chosen: "chosen",
  advised: "an opinion",
};

/** To the member who asked. */
export const decided = letterKind<Data>({
  carriesHead: true,
  heedsQuiet: true,
  subject: (data) => oneLine(`${data.project}: ${data.title}: ${saidOf(data)}`),
  letter: ({ title, words, by, byWindow, isFinal, head, place, ...said }) => ({
    preview: words || `${by}: ${saidOf(said)}`,
    heading: `${title}: ${saidOf(said)}`,
    paragraphs: [
      byWindow ? "Nobody answered in the time that was agreed, so it counts as accepted." : `By ${by}.`,
      ...(words ? [words] : []),
      ...(isFinal ? [] : ["Others are still asked."]),
    ],
    facts: head === null ? [] : [{ name: "Chain", value: head }],
    action: place === "requests" ? "Open requests" : "Open approvals",
    footer: "You get this because you asked for the decision.",
  }),
  address: (kit, { key, place }) => `${kit.baseUrl}/p/${key.toLowerCase()}/${place}`,
});

function saidOf({ verdict, choice }: Pick<Data, "verdict" | "choice">): string {
  return choice ?? VERDICTS[verdict] ?? verdict;
}
