import type { Template, TemplateAnchor } from "@milepost/planning";
import { answer, api, apiLink, ifMatch, type Shape } from "../lib/api.ts";
import type { TemplateHead } from "../lib/template-query.ts";
import type { MilestoneWanted } from "./template-wish.ts";

export type ImportedTemplate = Shape<"ImportedTemplate">;

const at = (templateId: string) => ({ params: { path: { templateId } } });

export function copyTemplate(templateId: string): Promise<TemplateHead> {
  return answer(api.POST("/api/v1/templates/{templateId}/copies", at(templateId)));
}

/** Over the revision that was seen; 412 when somebody else was faster. */
export function changeTemplate(
  templateId: string,
  revision: number,
  change: Partial<Template>,
): Promise<TemplateHead> {
  // What is sent is only read; the API's shape does not say so of its lists.
  const body = change as Partial<Shape<"TemplatePlan">>;
  const sent = { ...at(templateId), headers: ifMatch(revision), body };
  return answer(api.PATCH("/api/v1/templates/{templateId}", sent));
}

export function deleteTemplate(templateId: string): Promise<unknown> {
  return answer(api.DELETE("/api/v1/templates/{templateId}", at(templateId)));
}

/** Where the browser saves the file from that another Milepost reads. */
export function fileAddress(templateId: string): string {
  return apiLink(`/templates/${templateId}/file`);
}

export function templateFile(templateId: string): Promise<{ format: string; version: number }> {
  return answer(api.GET("/api/v1/templates/{templateId}/file", at(templateId)));
}

export function importTemplate(text: string): Promise<ImportedTemplate> {
  return answer(api.POST("/api/v1/templates/imports", { body: { text } }));
}

export interface TemplateWords {
  name: string;
  trade: string;
  summary: string;
}

export function saveAsTemplate(
  projectId: string,
  words: TemplateWords & { durations?: "actual" },
): Promise<TemplateHead> {
  const params = { path: { projectId } };
  return answer(api.POST("/api/v1/projects/{projectId}/templates", { params, body: words }));
}

export interface ProjectStart {
  templateId: string;
  name: string;
  key?: string;
  clientId: string | null;
  outcome: string;
  dates: TemplateAnchor;
  people: { role: string; personId: string }[];
  milestones: MilestoneWanted[];
}

/** A project with what is kept of a template; afterwards neither knows of the other. */
export function startFromTemplate(wanted: ProjectStart): Promise<Shape<"ProjectFromTemplate">> {
  return answer(api.POST("/api/v1/projects/from-template", { body: wanted }));
}
