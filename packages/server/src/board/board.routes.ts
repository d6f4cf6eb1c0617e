import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { boardOf } from "./board.ts";
import { Board } from "./board.view.ts";
import type { Encoding, KeptBoard } from "./board-cache.ts";

export const boardRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/board",
    id: "getBoard",
    tag: "Board",
    summary: "Everything the board shows, without texts; 304 while nothing changed",
    params: z.strictObject({ projectId: uuid() }),
    response: Board,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params, known, packings }) =>
      answer(await boardOf(scope, params.projectId), known, packings),
  }),
];

async function answer(board: KeptBoard, known: string | null, packings: string): Promise<Answer> {
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
