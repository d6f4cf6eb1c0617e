import { letterKind, oneLine, quoted } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  asker: string;
  words: string;
}

/** The project is over, and somebody asks whether they may quote this person with a sentence. */
export const clientQuote = letterKind<Data>({
  subject: ({ project }, say) => oneLine(say("{project}: may we quote you?", { project })),
  letter: ({ project, asker, words }, say) => ({
    preview: say("One sentence: confirm it, change it, or say no."),
    heading: say("May we quote you on {project}?", { project }),
    paragraphs: [
      say("{asker} would like to quote you with this sentence:", { asker }),
      quoted(say, words),
      say("Change it as you like. You can leave your name out, and you can say no."),
    ],
    action: say("Read and answer"),
    footer: say("The link is yours alone: what is written through it is written in your name."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "quote", linkId),
});
