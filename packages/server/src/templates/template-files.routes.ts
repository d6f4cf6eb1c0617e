import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import { attachmentHeader } from "../files/file-name.ts";
import { line } from "../kit/fields.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { anyById } from "./template-access.ts";
import { readTemplateFile, templateFile } from "./template-files.ts";
import { keepTemplate } from "./templates.ts";
import { presentHead, TemplateHead } from "./templates.view.ts";

const FilePart = z
  .object({
    /** Its place in the file, such as "milestones.1.activities.0". */
    path: z.string(),
    /** What it is called there; empty where it has no name. */
    name: z.string(),
    /** It was taken over without the fields below; otherwise it was left out. */
    taken: z.boolean(),
    /** Each with the field of the part; without one the whole part is meant. */
    reasons: z.array(z.object({ path: z.string(), message: z.string() })),
  })
  .meta({ id: "TemplateFilePart" });

const Taken = z
  .object({
    template: TemplateHead,
    leftOut: z.array(FilePart),
  })
  .meta({ id: "ImportedTemplate" });

const tag = "Templates";

export const templateFileRoutes = [
  route({
    method: "GET",
    path: "/templates/{templateId}/file",
    id: "exportTemplate",
    tag,
    summary: "A template as a file that another Milepost reads",
    params: z.strictObject({ templateId: line(60) }),
    response: z.object({ format: z.string(), version: z.int(), template: z.unknown() }),
    policy: { action: "template.read", load: anyById },
    handle: async (_scope, _input, { found }) =>
      new Answer(200, templateFile(found.plan), {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": attachmentHeader("attachment", `${found.plan.name}.milepost.json`),
      }),
  }),
  route({
    method: "POST",
    path: "/templates/imports",
    id: "importTemplate",
    tag,
    summary: "Take over a template from a file",
    body: z.strictObject({ text: z.string().max(500_000) }),
    response: Taken,
    policy: { action: "template.edit" },
    handle: async (scope, { body }) => {
      const { template, leftOut } = readTemplateFile(body.text);
      const kept = await keepTemplate(scope, template);
      return { template: presentHead(kept, await workCalendar(scope)), leftOut };
    },
  }),
];
