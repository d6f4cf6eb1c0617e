import type { ForecastInput } from "@milepost/planning";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { keys } from "./query-keys.ts";

/** What the project's forecast rests on, so that changes can be tried out here with the same engine and the same draws. */
export const forecastBasisQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "forecast-basis"),
    queryFn: async (): Promise<ForecastInput> => {
      const params = { path: { projectId } };
      const basis = await answer(api.GET("/api/v1/projects/{projectId}/forecast-basis", { params }));
      // The server passes planning's own input on unchanged.
      return basis as unknown as ForecastInput;
    },
  });
