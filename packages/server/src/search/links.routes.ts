import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage } from "../kit/fields.ts";
import { LinkPreview, previewLinks } from "./links.ts";

const MANY = 50;

export const linkRoutes = [
  route({
    method: "GET",
    path: "/links",
    id: "previewLinks",
    tag: "Overview",
    summary:
      "What links and short names in a text point at, as far as you may see it; what is not in the answer stays plain text",
    query: z.strictObject({
      /** `ACME-42`, `ACME-M3`, `project:ACME`, `message:ID` or `file:ID`, separated by commas. */
      refs: z
        .string()
        .min(1)
        .max(3_000)
        .transform((refs) => [...new Set(refs.split(","))])
        .pipe(z.array(z.string().max(60)).max(MANY)),
    }),
    response: z.object({ items: z.array(LinkPreview), nextCursor: z.null() }),
    policy: { action: "workspace.read" },
    handle: async (scope, { query }) => onePage(await previewLinks(scope, query.refs)),
  }),
];
