import { Letter } from "./letter.mail.tsx";

export function ResetLetter({ address }: { address: string | null }) {
  return (
    <Letter
      preview="The link works once, within an hour."
      heading="Choose a new password"
      paragraphs={[
        "Somebody, hopefully you, asked for a new password for your sign-in to Milepost.",
        "The link works once, within an hour. A new password signs you out everywhere.",
      ]}
      action="Choose a new password"
      address={address}
      footer="If it was not you, leave it: your password stays as it is."
    />
  );
}
