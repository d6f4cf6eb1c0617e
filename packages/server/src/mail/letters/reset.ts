import { letterKind } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

export const reset = letterKind<{ linkId: string }>({
  subject: () => "Choose a new password for Milepost",
  letter: () => ({
    preview: "The link works once, within an hour.",
    heading: "Choose a new password",
    paragraphs: [
      "Somebody, hopefully you, asked for a new password for your sign-in to Milepost.",
      "The link works once, within an hour. A new password signs you out everywhere.",
    ],
    action: "Choose a new password",
    footer: "If it was not you, leave it: your password stays as it is.",
  }),
  address: (kit, { linkId }) => linkAddress(kit, "reset", linkId),
});
