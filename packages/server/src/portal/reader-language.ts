import type { FastifyRequest } from "fastify";
import { LANGUAGES, type Language } from "../words/say.ts";

/** The language of somebody who is not known yet: the first of ours that their browser asks for. */
export function languageFor(request: FastifyRequest): Language {
  const wanted = (request.headers["accept-language"] ?? "").slice(0, 200).toLowerCase().split(",");
  for (const each of wanted) {
    const found = LANGUAGES.find((one) => each.trim().startsWith(one));
    if (found) return found;
  }
  return "en";
}
