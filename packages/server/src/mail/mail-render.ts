import { letterOf, type Mail, type Private, plainText } from "./letters.ts";

export interface Rendered {
  html: string;
  text: string;
}

/** HTML and its plain twin; the library for the former is loaded with the first mail that leaves. */
export async function renderMail(mail: Mail, language: string, own: Private): Promise<Rendered> {
  const [{ render }, { LetterMail }] = await Promise.all([
    import("react-email"),
    import("./letter.mail.tsx"),
  ]);
  const letter = letterOf(mail, language);
  return { html: await render(LetterMail({ letter, language, own })), text: plainText(letter, own) };
}
