import { z } from "zod";
import { route } from "../access/route.ts";
import { line, pageOf, uuid } from "../kit/fields.ts";
import { search } from "./search.ts";
import { SearchHit, SearchKind } from "./search.view.ts";
import { KINDS } from "./sources.store.ts";

const LONGEST = 200;

export const searchRoutes = [
  route({
    method: "GET",
    path: "/search",
    id: "search",
    tag: "Overview",
    summary:
      "What you may see and was written with these words, the likeliest first; a wrong letter or accent is forgiven",
    query: z.strictObject({
      q: line(LONGEST),
      /** Separated by commas; all of them when left out. */
      kinds: z
        .string()
        .max(LONGEST)
        .transform((kinds) => kinds.split(","))
        .pipe(z.array(SearchKind).min(1).max(KINDS.length))
        .optional(),
      projectId: uuid().optional(),
      archived: z.enum(["true", "false"]).default("false"),
      limit: z.coerce.number().int().min(1).max(50).default(20),
      cursor: z.string().max(LONGEST).optional(),
    }),
    response: pageOf(SearchHit),
    policy: { action: "workspace.read" },
    handle: (scope, { query }) => {
      const { q, projectId, cursor, limit, kinds = [] } = query;
      return search(scope, { q, kinds, projectId, cursor, limit, archived: query.archived === "true" });
    },
  }),
];
