import { letterOf, plainText } from "./letter.ts";
import type { Mail } from "./mail-kinds.ts";

export interface Rendered {
  html: string;
  text: string;
}

/** HTML and its plain twin; the library for the former is loaded with the first mail that leaves. */
export async function renderMail(mail: Mail, address: string): Promise<Rendered> {
  const [{ render }, { LetterMail }] = await Promise.all([
    import("react-email"),
    import("./letter.mail.tsx"),
  ]);
  const letter = letterOf(mail);
  return { html: await render(LetterMail({ letter, address })), text: plainText(letter, address) };
}
