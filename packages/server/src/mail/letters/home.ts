import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
}

export const home = letterKind<Data>({
  subject: ({ project }, say) => oneLine(say("{project}: your page", { project })),
  letter: ({ project }, say) => ({
    preview: say("Where the project stands, what comes next, what is asked of you."),
    heading: say("Your page of {project}", { project }),
    paragraphs: [
      say("Where the project stands, what comes next, what is asked of you."),
      say(
        "The link is yours alone and stays good as long as you use it. You can keep it on your home screen.",
      ),
    ],
    action: say("Open your page"),
    footer: say("If you did not expect this, leave it: nothing happens without you."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "home", linkId),
});
