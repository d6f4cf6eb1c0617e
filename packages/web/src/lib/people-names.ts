import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { projectPeopleQuery } from "./plan-query.ts";

/** Names of everybody on the project by id; empty until they are there. */
export function usePeopleNames(projectId: string): ReadonlyMap<string, string> {
  const { data } = useQuery(projectPeopleQuery(projectId));
  return useMemo(() => new Map((data ?? []).map(({ id, name }) => [id, name])), [data]);
}
