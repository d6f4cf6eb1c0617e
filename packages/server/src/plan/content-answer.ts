import { Answer } from "../access/route.ts";
import { sha256 } from "../kit/secret.ts";

/** JSON with an ETag made of its content; whoever already has that content gets 304 and no body. */
export function contentAnswer(content: unknown, known: string | null): Answer {
  const body = JSON.stringify(content);
  const hash = sha256(body).slice(0, 32);
  const shared = { etag: `"${hash}"`, "cache-control": "private, no-cache", vary: "cookie" };
  if (known?.includes(hash)) return new Answer(304, null, shared);
  return new Answer(200, body, { ...shared, "content-type": "application/json; charset=utf-8" });
}
