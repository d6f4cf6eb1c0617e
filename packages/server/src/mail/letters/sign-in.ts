import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
}

export const signIn = letterKind<Data>({
  subject: ({ project }, say) => oneLine(say("{project}: sign in", { project })),
  letter: ({ project }, say) => ({
    preview: say("The link works once, within 15 minutes."),
    heading: say("Sign in to {project}", { project }),
    paragraphs: [say("The link works once, within 15 minutes.")],
    action: say("Sign in"),
    footer: say("If you did not expect this, leave it: nothing happens without you."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "sign-in", linkId),
});
