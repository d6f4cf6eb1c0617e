import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
}

export const account = letterKind<Data>({
  subject: ({ project }, say) => oneLine(say("{project}: choose a password", { project })),
  letter: ({ project }, say) => ({
    preview: say("The link works once, within 7 days."),
    heading: say("Choose a password for {project}", { project }),
    paragraphs: [
      say("This project opens with a password. You choose it yourself, and nobody else knows it."),
      say("The link works once, within 7 days."),
    ],
    action: say("Choose a password"),
    footer: say("If you did not expect this, leave it: nothing happens without you."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "account", linkId),
});
