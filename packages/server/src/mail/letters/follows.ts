import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  inviter: string;
}

/** To somebody whom a colleague wants to follow a project: their own link. */
export const follows = letterKind<Data>({
  subject: ({ project, inviter }, say) =>
    oneLine(say("{inviter} would like you to follow {project}", { inviter, project })),
  letter: ({ project, inviter }, say) => ({
    preview: say("Where the project stands and what comes next, on a page of your own."),
    heading: say("Follow {project}", { project }),
    paragraphs: [
      say("{inviter} has asked us to let you read along.", { inviter }),
      say("Where the project stands and what comes next, on a page of your own."),
      say(
        "The link is yours alone and stays good as long as you use it. You can keep it on your home screen.",
      ),
    ],
    action: say("Open your page"),
    footer: say("If you did not expect this, leave it: nothing happens without you."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "home", linkId),
});
