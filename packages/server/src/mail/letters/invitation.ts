import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  inviter: string;
  workspace: string;
}

export const invitation = letterKind<Data>({
  subject: ({ inviter, workspace }) => oneLine(`${inviter} invites you to ${workspace}`),
  letter: ({ inviter, workspace }) => ({
    preview: `Join ${workspace} on Milepost.`,
    heading: `${inviter} invites you to ${workspace}`,
    paragraphs: [
      `${workspace} plans and tracks its client projects with Milepost. Accept to work with the team.`,
      "The link is for you alone. It works once, within 7 days.",
    ],
    action: "Accept the invitation",
    footer: "If you did not expect this, leave it: nothing happens without you.",
  }),
  address: (kit, { linkId }) => linkAddress(kit, "invitation", linkId),
});
