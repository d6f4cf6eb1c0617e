import { germanLetters } from "./german/letters.ts";
import { germanPortal } from "./german/portal.ts";

/** Every English text that clients can read, with its German twin; a text without one does not compile. */
export const GERMAN = { ...germanLetters, ...germanPortal } as const;
