import { letterKind, oneLine } from "../letter-kind.ts";

interface Data {
  inviter: string;
  follower: string;
  project: string;
  path: `/${string}`;
}

/** To who leads the project: somebody of the client has let a colleague in. */
export const follower = letterKind<Data>({
  subject: ({ project, inviter, follower: name }) => oneLine(`${project}: ${inviter} has invited ${name}`),
  letter: ({ inviter, follower: name, project }) => ({
    preview: `${name} reads along from now on.`,
    heading: `${name} follows ${project}`,
    paragraphs: [
      `${inviter} has invited ${name}, who reads along as an observer of the same client from now on. You can change or end that at any time.`,
    ],
    action: "See who has access",
    footer: "You get this mail because you lead the project.",
  }),
  address: (kit, { path }) => `${kit.baseUrl}${path}`,
  optional: { called: "A client invites an observer", readers: ["member"] },
});
