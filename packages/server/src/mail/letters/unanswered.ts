import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  key: string;
  project: string;
  title: string;
  waitingFor: string;
  dueOn: string | null;
}

/** To the member who asked: the reminders are over, and it is their turn to speak with the client. */
export const unanswered = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ project, title }) => oneLine(`${project}: ${title} is still waiting`),
  letter: ({ title, waitingFor, dueOn }, say) => ({
    preview: `Waiting for ${waitingFor}.`,
    heading: `${title} is still waiting`,
    paragraphs: [
      `Waiting for ${waitingFor}${dueOn === null ? "" : `, due ${say.day(dueOn)}`}.`,
      "No more reminders go out by themselves. A call may help now.",
    ],
    action: "Open approvals",
    footer: "You get this because you asked for the decision.",
  }),
  address: (kit, { key }) => `${kit.baseUrl}/p/${key.toLowerCase()}/approvals`,
});
