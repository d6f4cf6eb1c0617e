import { cut } from "../kit/cut.ts";
import type { Mail } from "./mail-kinds.ts";

/** What a mail says, once for its HTML and its plain twin: one purpose, one thing to do. */
export interface Letter {
  preview: string;
  heading: string;
  paragraphs: readonly string[];
  action: string;
  footer: string;
}

export function letterOf(mail: Mail): Letter {
  switch (mail.kind) {
    case "invitation":
      return invitation(mail.data);
    case "reset":
      return reset();
    case "mention":
      return mention(mail.data);
  }
}

/** The plain twin; with no address the link is left out. */
export function plainText({ heading, paragraphs, action, footer }: Letter, address: string | null): string {
  const ask = address ? `${action}:\n${address}` : `[${action}: the link is only in the mail itself]`;
  return [heading, ...paragraphs, ask, `--\n${footer}`].join("\n\n");
}

function invitation({ inviter, workspace }: { inviter: string; workspace: string }): Letter {
  return {
    preview: `Join ${workspace} on Milepost.`,
    heading: `${inviter} invites you to ${workspace}`,
    paragraphs: [
      `${workspace} plans and tracks its client projects with Milepost. Accept to work with the team.`,
      "The link is for you alone. It works once, within 7 days.",
    ],
    action: "Accept the invitation",
    footer: "If you did not expect this, leave it: nothing happens without you.",
  };
}

function reset(): Letter {
  return {
    preview: "The link works once, within an hour.",
    heading: "Choose a new password",
    paragraphs: [
      "Somebody, hopefully you, asked for a new password for your sign-in to Milepost.",
      "The link works once, within an hour. A new password signs you out everywhere.",
    ],
    action: "Choose a new password",
    footer: "If it was not you, leave it: your password stays as it is.",
  };
}

interface Mention {
  author: string;
  project: string;
  subject: string;
  excerpt: string;
}

function mention({ author, project, subject, excerpt }: Mention): Letter {
  return {
    preview: cut(excerpt, 90),
    heading: `${author} mentioned you`,
    paragraphs: [`In “${subject}” of ${project}:`, excerpt],
    action: "Read and answer",
    footer: "You get this mail once, because you were mentioned.",
  };
}
