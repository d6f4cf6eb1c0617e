import { type Envelope, plainText } from "./envelope.ts";
import { letterOf, type Mail } from "./letters.ts";

interface Rendered {
  html: string;
  text: string;
}

/** HTML and its plain twin; the library for the former is loaded with the first mail that leaves. */
export async function renderMail(mail: Mail, envelope: Envelope): Promise<Rendered> {
  const [{ render }, { LetterMail }] = await Promise.all([
    import("react-email"),
    import("./letter.mail.tsx"),
  ]);
  const letter = letterOf(mail, envelope.language);
  return { html: await render(LetterMail({ letter, envelope })), text: plainText(letter, envelope) };
}
