import { Letter } from "./letter.mail.tsx";
import type { MailData } from "./mail-kinds.ts";

export function InvitationLetter({
  data,
  address,
}: {
  data: MailData["invitation"];
  address: string | null;
}) {
  const { inviter, workspace } = data;
  return (
    <Letter
      preview={`Join ${workspace} on Milepost.`}
      heading={`${inviter} invites you to ${workspace}`}
      paragraphs={[
        `${workspace} plans and tracks its client projects with Milepost. Accept to work with the team.`,
        "The link is for you alone. It works once, within 7 days.",
      ]}
      action="Accept the invitation"
      address={address}
      footer="If you did not expect this, leave it: nothing happens without you."
    />
  );
}
