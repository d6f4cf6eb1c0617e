import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import type { ProjectTimeWish } from "./project-time-search.ts";

export type TimeEntry = Shape<"TimeEntry">;
export type TimeSheet = Shape<"TimeSheet">;
export type CardTimes = Shape<"CardTime">;
export type ProjectTime = Shape<"ProjectTime">;

export const cardTimeQuery = (cardId: string) =>
  queryOptions({
    queryKey: [...keys.time, "card", cardId],
    queryFn: () => answer(api.GET("/api/v1/cards/{cardId}/time", { params: { path: { cardId } } })),
  });

export interface TimeWish {
  from: string;
  to: string;
  personId?: string;
  projectId?: string;
}

export const timeSheetQuery = (wish: TimeWish) =>
  queryOptions({
    queryKey: [...keys.time, "sheet", wish],
    queryFn: () => answer(api.GET("/api/v1/time-entries", { params: { query: wish } })),
    placeholderData: (before: TimeSheet | undefined) => before,
  });

export const projectTimeQuery = (projectId: string, wish: ProjectTimeWish) =>
  queryOptions({
    queryKey: [...keys.time, "project", projectId, wish],
    queryFn: () =>
      answer(api.GET("/api/v1/projects/{projectId}/time", { params: { path: { projectId }, query: wish } })),
    placeholderData: (before: ProjectTime | undefined) => before,
  });
