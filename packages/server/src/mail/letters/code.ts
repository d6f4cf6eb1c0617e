import { codeDigits } from "../../kit/secret.ts";
import { letterKind } from "../letter-kind.ts";

interface Data {
  codeId: string;
  house: string;
}

export const code = letterKind<Data>({
  subject: ({ house }, say) => say("Your code for {house}", { house }),
  letter: (_data, say) => ({
    preview: say("Type or paste it where you were asked for it."),
    heading: say("Your code"),
    paragraphs: [
      say("Type or paste it where you were asked for it. It is good for 10 minutes and works once."),
    ],
    action: null,
    footer: say("If you did not expect this, leave it: nothing happens without you."),
  }),
  address: () => null,
  code: (kit, { codeId }) => codeDigits(kit.linkKey, codeId),
});
