import { cut } from "../../kit/cut.ts";
import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  project: string;
  /** Null when whoever published it has left. */
  author: string | null;
  n: number;
  /** The plan version that it made. */
  version: number | null;
  text: string;
  path: `/${string}`;
}

/** What the team is told when a plan was published, in words of its own. */
export const notice = letterKind<Data>({
  subject: ({ project, n, version }) =>
    oneLine(`${project}: ${version === null ? `update ${n}` : `plan version ${version}`} is published`),
  letter: ({ author, text, version }) => {
    const lines = text
      .split("\n")
      .map((line) => line.trim().replace(/^[-*]\s+/, ""))
      .filter((line) => line !== "");
    return {
      preview: cut(lines.join(" "), 90),
      heading: version === null ? "An update was published" : `Plan version ${version} is published`,
      paragraphs: lines,
      ...(author === null ? {} : { facts: [{ name: "Published by", value: author }] }),
      action: "Read and acknowledge",
      footer: "You get this mail because you work on this project.",
    };
  },
  address: (kit, { path }) => `${kit.baseUrl}${path}`,
  optional: { called: "A plan was published", readers: ["member"] },
});
