import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  contact: string;
  project: string;
  title: string;
  /** The member who handed over the link that the answer came by. */
  through?: string;
  path: `/${string}`;
}

/** To the team: an answer has come. */
export const requestNews = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ contact, project, title }) => oneLine(`${project}: ${contact} answered “${title}”`),
  letter: ({ contact, project, title, through }) => ({
    preview: project,
    heading: title,
    paragraphs: [
      `${contact} has answered${through ? `, by a link that ${through} handed over` : ""}. Look at it, and accept it or send it back with a reason.`,
    ],
    action: "Open the request",
    footer: "You get this because you asked for it, or because you lead the project.",
  }),
  address: (kit, { path }) => `${kit.baseUrl}${path}`,
});
