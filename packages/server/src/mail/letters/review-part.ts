import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  asker: string;
}

/** The team looks at the plan, and whoever is invited says what they think of it. */
export const reviewPart = letterKind<Data>({
  subject: ({ project }, say) => oneLine(say("{project}: your part of the review", { project })),
  letter: ({ project, asker }, say) => ({
    preview: say("Where each milestone stands, and what you think of it."),
    heading: say("Your part of the review of {project}", { project }),
    paragraphs: [
      say("{asker} and the team are looking at the plan, milestone by milestone.", { asker }),
      say("Say that it is fine, ask a question, or propose another date. One tap is enough."),
    ],
    action: say("Open the review"),
    footer: say("The link is yours alone: what is written through it is written in your name."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "review", linkId),
});
