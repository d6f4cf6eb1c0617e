import { cut } from "../kit/cut.ts";

/** What each kind of mail is made from. Links are not in it: only their ids, and tokens are made when it leaves. */
export interface MailData {
  invitation: { linkId: string; inviter: string; workspace: string };
  reset: { linkId: string };
  mention: { author: string; project: string; subject: string; excerpt: string; path: `/${string}` };
}

export type MailKind = keyof MailData;

export type Mail = { [K in MailKind]: { kind: K; data: MailData[K] } }[MailKind];

/** Leads with who or what asks, and with the ask. */
export function subjectOf(mail: Mail): string {
  switch (mail.kind) {
    case "invitation":
      return oneLine(`${mail.data.inviter} invites you to ${mail.data.workspace}`);
    case "reset":
      return "Choose a new password for Milepost";
    case "mention":
      return oneLine(`${mail.data.project}: ${mail.data.author} mentioned you in “${mail.data.subject}”`);
  }
}

function oneLine(text: string): string {
  return cut(text.replaceAll(/\s+/g, " "), 180);
}
