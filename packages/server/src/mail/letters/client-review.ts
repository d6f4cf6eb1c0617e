import { letterKind, oneLine } from "../letter-kind.ts";
import { linkAddress } from "../mail-link.ts";

interface Data {
  linkId: string;
  project: string;
  dueAt: string;
  /** Of whoever reads it. */
  zone: string;
  /** What this person was asked for, by title. */
  waiting: string[];
}

/** The evening before a review, to people of the client who are invited to its second part. */
export const clientReview = letterKind<Data>({
  subject: ({ project, dueAt, zone }, say) =>
    oneLine(
      say("{project}: we look at the plan together, {moment}", {
        project,
        moment: say.moment(new Date(dueAt), zone),
      }),
    ),
  letter: ({ project, dueAt, zone, waiting }, say) => ({
    preview: say("Milestone by milestone: where it stands, and what comes next."),
    heading: say("We look at {project} together", { project }),
    paragraphs: [
      `${say.moment(new Date(dueAt), zone)} (${zone}).`,
      say(
        "Milestone by milestone: where it stands, and what comes next. You are invited to the second part.",
      ),
      waiting.length === 0
        ? say("There is nothing that you need to prepare.")
        : say("It helps if you have an answer to this by then:"),
      ...waiting,
    ],
    action: say("Open your page"),
    footer: say(
      "You get this mail because you are invited to the reviews of this project. The link is for you alone.",
    ),
  }),
  address: (kit, { linkId }) => linkAddress(kit, "home", linkId),
});
