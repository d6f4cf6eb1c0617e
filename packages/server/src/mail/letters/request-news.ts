import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  contact: string;
  project: string;
  title: string;
  /** Answered, or silent beyond the last reminder. */
  news: "answered" | "silent";
  /** The member who handed over the link that the answer came by. */
  through?: string;
  path: `/${string}`;
}

/** To the team: an answer has come, or has not. */
export const requestNews = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ contact, project, title, news }) =>
    oneLine(
      news === "answered"
        ? `${project}: ${contact} answered “${title}”`
        : `${project}: “${title}” is still waiting for ${contact}`,
    ),
  letter: ({ contact, project, title, news, through }) => ({
    preview: project,
    heading: title,
    paragraphs: [
      news === "answered"
        ? `${contact} has answered${through ? `, by a link that ${through} handed over` : ""}. Look at it, and accept it or send it back with a reason.`
        : `${contact} was reminded three times and has not answered. No further reminder goes out: a call may help.`,
    ],
    action: "Open the request",
    footer: "You get this because you asked for it, or because you lead the project.",
  }),
  address: (kit, { path }) => `${kit.baseUrl}${path}`,
});
