import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  author: string;
  project: string;
  title: string;
  /** Working days without an answer. */
  days: number;
  path: `/${string}`;
}

/** To who leads the project: a client asked for more, and has no answer yet. */
export const wishWaiting = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ project, title }) => oneLine(`${project}: “${title}” waits for your answer`),
  letter: ({ author, title, days }) => ({
    preview: `${author} asked ${days} working days ago.`,
    heading: title,
    paragraphs: [
      `${author} has waited ${days} working days for an answer. Offer it with days and price, or say why not.`,
    ],
    action: "Answer it",
    footer: "You get this mail because you lead the project.",
  }),
  address: (kit, { path }) => `${kit.baseUrl}${path}`,
});
