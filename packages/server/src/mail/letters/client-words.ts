import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  author: string;
  project: string;
  subject: string;
  excerpt: string;
  path: `/${string}`;
}

/** To who answers for it in the team. */
export const clientWords = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ project, author, subject }) => oneLine(`${project}: ${author} wrote about “${subject}”`),
  letter: ({ author, project, subject, excerpt }) => ({
    preview: cut(excerpt, 90),
    heading: `${author} wrote`,
    paragraphs: [`About “${subject}” of ${project}:`, excerpt],
    action: "Read and answer",
    footer: "You get this mail because you lead the project or own the milestone.",
  }),
  address: (kit, { path }) => `${kit.baseUrl}${path}`,
  optional: { called: "A client writes", readers: ["member"] },
});
