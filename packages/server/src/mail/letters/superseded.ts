import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";
import type { AboutDecision } from "./decision.ts";

export const superseded = letterKind<AboutDecision>({
  subject: ({ project, title }, say) =>
    oneLine(say("{project}: {title} has a new version", { project, title })),
  letter: ({ title, round }, say) => ({
    preview: say("You had the version before open. There is a newer one now."),
    heading: say("{title}, version {n}", { title, n: round }),
    paragraphs: [say("You had the version before open. There is a newer one now.")],
    action: say("See the new version"),
    footer: say("Opening the link decides nothing. You decide on the page, with one button."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "decision", linkId),
});
