import type { Template } from "@milepost/planning";
import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { keys } from "./query-keys.ts";

export type TemplateHead = Shape<"TemplateHead">;

const readTemplate = (templateId: string) =>
  answer(api.GET("/api/v1/templates/{templateId}", { params: { path: { templateId } } }));

/** One template with its plan, the calendar its days are counted on here, and which day it is. */
export type TemplateDetail = Omit<Awaited<ReturnType<typeof readTemplate>>, "plan"> & { plan: Template };

/** The workspace's own, then those that come along. */
export const templatesQuery = queryOptions({
  queryKey: keys.workspace("templates"),
  queryFn: async () => (await answer(api.GET("/api/v1/templates"))).items,
});

export const templateQuery = (templateId: string) =>
  queryOptions({
    queryKey: keys.workspace("templates", templateId),
    queryFn: (): Promise<TemplateDetail> => readTemplate(templateId),
  });
