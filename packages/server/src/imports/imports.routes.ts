import { z } from "zod";
import { route } from "../access/route.ts";
import { title, uuid } from "../kit/fields.ts";
import { runImport } from "./imports.ts";
import { ImportPreview, ImportReport } from "./imports.view.ts";
import { Mapping } from "./mapping.ts";
import { previewImport } from "./preview.ts";
import { MAX_FILE } from "./trello-file.ts";

/** The file's text travels as a JSON string, which makes it a little longer. */
const BODY_LIMIT = 1.5 * MAX_FILE;

const Source = z.literal("trello");
const Document = z.string().min(1, "Choose a file.");

export const importRoutes = [
  route({
    method: "POST",
    path: "/imports",
    id: "previewImport",
    tag: "Imports",
    summary: "What a file holds and where it would go; nothing is written",
    status: 200,
    bodyLimit: BODY_LIMIT,
    body: z.strictObject({ source: Source, document: Document }),
    response: ImportPreview,
    policy: { action: "import.run" },
    handle: (scope, { body }) => previewImport(scope, body.document),
  }),
  route({
    method: "POST",
    path: "/imports/run",
    id: "runImport",
    tag: "Imports",
    summary: "Bring a file in; run again, it adds only what is new",
    bodyLimit: BODY_LIMIT,
    body: z.strictObject({
      source: Source,
      document: Document,
      projectId: uuid().optional(),
      newProject: z
        .strictObject({ name: title().optional(), clientId: uuid().nullable().optional() })
        .optional(),
      mapping: Mapping.prefault({}),
    }),
    response: ImportReport,
    policy: { action: "import.run" },
    handle: (scope, { body }) => runImport(scope, body),
  }),
];
