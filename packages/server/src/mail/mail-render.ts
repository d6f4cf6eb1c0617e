import type { ReactElement } from "react";
import type { Mail } from "./mail-kinds.ts";

export interface Rendered {
  html: string;
  text: string;
}

/** HTML and its plain twin; with no address the link is left out. */
export async function renderMail(mail: Mail, address: string | null): Promise<Rendered> {
  const { render } = await import("react-email");
  const letter = await letterOf(mail, address);
  return { html: await render(letter), text: await render(letter, { plainText: true }) };
}

/** Loaded with the first mail, since the templates bring much with them. */
async function letterOf(mail: Mail, address: string | null): Promise<ReactElement> {
  const { createElement } = await import("react");
  switch (mail.kind) {
    case "invitation":
      return createElement((await import("./invitation.mail.tsx")).InvitationLetter, {
        data: mail.data,
        address,
      });
    case "reset":
      return createElement((await import("./reset.mail.tsx")).ResetLetter, { address });
    case "mention":
      return createElement((await import("./mention.mail.tsx")).MentionLetter, { data: mail.data, address });
  }
}
