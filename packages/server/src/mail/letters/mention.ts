import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  author: string;
  project: string;
  subject: string;
  excerpt: string;
  path: `/${string}`;
}

export const mention = letterKind<Data>({
  heedsQuiet: true,
  subject: ({ project, author, subject }) => oneLine(`${project}: ${author} mentioned you in “${subject}”`),
  letter: ({ author, project, subject, excerpt }) => ({
    preview: cut(excerpt, 90),
    heading: `${author} mentioned you`,
    paragraphs: [`In “${subject}” of ${project}:`, excerpt],
    action: "Read and answer",
    footer: "You get this mail once, because you were mentioned.",
  }),
  address: (kit, { path }) => `${kit.baseUrl}${path}`,
  optional: { called: "Somebody mentions you", readers: ["member"] },
});
