import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  key: string;
  project: string;
  title: string;
  verdict: string;
  words: string;
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
  subject: ({ project, title, verdict }) => oneLine(`${project}: ${title}: ${VERDICTS[verdict] ?? verdict}`),
  letter: ({ title, verdict, words, by, byWindow, isFinal, head }) => ({
    preview: words || `${by}: ${VERDICTS[verdict] ?? verdict}`,
    heading: `${title}: ${VERDICTS[verdict] ?? verdict}`,
    paragraphs: [
      byWindow ? "Nobody answered in the time that was agreed, so it counts as accepted." : `By ${by}.`,
      ...(words ? [words] : []),
      ...(isFinal ? [] : ["Others are still asked."]),
    ],
    facts: head === null ? [] : [{ name: "Chain", value: head }],
    action: "Open approvals",
    footer: "You get this because you asked for the decision.",
  }),
  address: (kit, { key }) => `${kit.baseUrl}/p/${key.toLowerCase()}/approvals`,
});
