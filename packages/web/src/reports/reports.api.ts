import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Report = Shape<"Report">;
export type ReportState = Shape<"ReportState">;
export type ReportText = NonNullable<Shape<"ReportPreview">["text"]>;
export type Language = Shape<"ReportPreview">["language"];

const at = (projectId: string) => ({ params: { path: { projectId } } });

/** Newest first. */
export const reportsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "reports"),
    queryFn: async () => (await answer(api.GET("/api/v1/projects/{projectId}/reports", at(projectId)))).items,
  });

/** What a report would be made from, who could get it, and when the next one makes itself. */
export const reportStateQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "report-state"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/report-state", at(projectId))),
  });

export const reportPreviewQuery = (projectId: string, language: Language) =>
  queryOptions({
    queryKey: keys.project(projectId, "report-preview", language),
    queryFn: () =>
      answer(
        api.GET("/api/v1/projects/{projectId}/report-preview", {
          params: { path: { projectId }, query: { language } },
        }),
      ),
  });

export async function makeReport(
  client: QueryClient,
  projectId: string,
  body: { personIds: string[]; last: number },
): Promise<Report> {
  try {
    return await answer(api.POST("/api/v1/projects/{projectId}/reports", { ...at(projectId), body }));
  } finally {
    await refresh(client, projectId);
  }
}

export async function setSchedule(
  client: QueryClient,
  projectId: string,
  body: { dayOfMonth: number; atMinutes: number; personIds: string[]; seen: number | null },
): Promise<void> {
  await answer(api.PUT("/api/v1/projects/{projectId}/report-schedule", { ...at(projectId), body }));
  await refresh(client, projectId);
}

export async function endSchedule(client: QueryClient, projectId: string): Promise<void> {
  await answer(api.DELETE("/api/v1/projects/{projectId}/report-schedule", at(projectId)));
  await refresh(client, projectId);
}

async function refresh(client: QueryClient, projectId: string): Promise<void> {
  for (const part of ["reports", "report-state", "report-preview"])
    await client.invalidateQueries({ queryKey: keys.project(projectId, part) });
}
