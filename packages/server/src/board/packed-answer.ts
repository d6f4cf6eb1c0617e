import { Answer } from "../access/route.ts";
import type { Encoding, KeptBoard } from "./board-cache.ts";

/** Kept content in the packing that the reader takes; nothing but 304 for who has it already. */
export async function packedAnswer(
  board: KeptBoard,
  known: string | null,
  packings: string,
): Promise<Answer> {
  const encoding = wanted(packings);
  const shared = {
    etag: board.etag(encoding),
    "cache-control": "private, no-cache",
    vary: "accept-encoding, cookie",
  };
  if (board.isNamedBy(known)) return new Answer(304, null, shared);
  return new Answer(200, await board.body(encoding), {
    ...shared,
    "content-type": "application/json; charset=utf-8",
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
}

function wanted(accepted: string): Encoding {
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) ? "gzip" : "identity";
}
