import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  day: string;
  /** All of it as its reader's language says it: a report is made once, and told alike on page, paper and here. */
  headline: string;
  paragraphs: string[];
  sections: { heading: string; lines: string[] }[];
}

/** How a project stands, as it is printed and passed on. */
export const report = letterKind<Data>({
  subject: ({ project, day }, say) => oneLine(say("{project}: status report of {day}", { project, day })),
  letter: ({ project, headline, paragraphs, sections }, say) => ({
    preview: cut([headline, ...paragraphs].join(" "), 90),
    heading: headline,
    paragraphs,
    sections,
    action: say("Read the report"),
    footer: say("You get this report because you have a part in {project}. The link is for you alone.", {
      project,
    }),
  }),
  address: (kit, { linkId }) => `${linkAddress(kit, "home", linkId)}?to=report`,
  optional: { called: "Status reports", readers: ["contact"] },
});
