import type { Shape } from "../lib/api.ts";
import type { Choice } from "./choice-select.tsx";

/** What can be asked of a client, and what they do then. */
export const REQUEST_KINDS: readonly Choice<Shape<"ClientRequestKind">>[] = [
  { value: "files", label: "Files", means: "Photos, texts, a logo: they upload them" },
  { value: "answers", label: "Answers", means: "They answer your questions" },
  { value: "access", label: "Access", means: "They say how you get into a system" },
  { value: "confirm", label: "Confirmation", means: "They confirm something with one button" },
];
