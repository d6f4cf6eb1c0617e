import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  author: string;
  project: string;
  excerpt: string;
}

/** To somebody of a client who has written before. */
export const answer = letterKind<Data>({
  subject: ({ project, author }, say) => oneLine(say("{project}: {author} answered", { project, author })),
  letter: ({ author, excerpt }, say) => ({
    preview: cut(excerpt, 90),
    heading: say("{author} answered", { author }),
    paragraphs: [excerpt],
    action: say("Open your page"),
    footer: say("You get this mail because you wrote about it."),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "home", linkId),
  optional: { called: "An answer to what you wrote", readers: ["contact"] },
});
