import type { Say } from "../../words/say.ts";
import { letterKind, oneLine, quoted } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";
import type { MailPicture } from "../mail-picture.ts";

/** What all letters about a request say of it. */
export interface AboutDecision {
  linkId: string;
  project: string;
  /** Who is asked. */
  name: string;
  title: string;
  question: string;
  round: number;
  dueOn: string | null;
  kind: string;
}

interface Data extends AboutDecision {
  part: "decide" | "stand-in" | "advise";
  changed: string;
  files: number;
  /** The first picture among what was frozen. */
  picture: MailPicture | null;
}

export const decision = letterKind<Data>({
  subject: ({ project, title, dueOn, part }, say) => {
    if (part === "advise") return oneLine(say("{project}: your opinion on {title}", { project, title }));
    return oneLine(
      dueOn === null
        ? say("{project}: decide on {title}", { project, title })
        : say("{project}: decide on {title} by {day}", { project, title, day: say.day(dueOn, dueOn) }),
    );
  },
  letter: (data, say) => {
    const { project, title, question, round, changed, part, files, picture, dueOn, kind } = data;
    const version = round > 1 ? say("{title}, version {n}", { title, n: round }) : title;
    return {
      preview: question || title,
      heading: version,
      paragraphs: [
        askOf(say, data),
        ...(kind === "change"
          ? [
              say(
                "Here is what it would add, with its effect on dates and price. Nothing changes before you accept.",
              ),
            ]
          : question
            ? [quoted(say, question)]
            : []),
        ...(round > 1 ? [say("It takes the place of the version before, which is closed.")] : []),
        ...(changed ? [say("What changed: {changed}", { changed })] : []),
      ],
      picture: picture && {
        alt: say("Picture of {name}", { name: picture.name }),
        onThePage: say("The picture {name} is on the page", { name: picture.name }),
      },
      facts: [
        { name: say("Project"), value: project },
        ...(dueOn === null ? [] : [{ name: say("Please by"), value: say.day(dueOn) }]),
        ...(files > 0
          ? [{ name: say("With it"), value: say("{n, plural, one {# file} other {# files}}", { n: files }) }]
          : []),
      ],
      action: part === "advise" ? say("Look and answer") : say("Review and decide"),
      footer: say("Opening the link decides nothing. You decide on the page, with one button."),
    };
  },
  picture: ({ picture }) => picture,
  address: (kit, { linkId }) => linkAddress(kit, "decision", linkId),
});

function askOf(say: Say, { name, part }: Data): string {
  if (part === "advise")
    return say("{name}, a colleague asks for your opinion before they decide.", { name });
  if (part === "stand-in")
    return say("{name}, you decide in the place of a colleague who is away.", { name });
  return say("{name}, your decision is needed.", { name });
}
