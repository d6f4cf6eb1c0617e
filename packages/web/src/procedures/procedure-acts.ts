import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";

export type Procedure = Shape<"Procedure">;
export type ProcedureWords = Pick<Procedure, "name" | "steps">;

const at = (procedureId: string) => ({ params: { path: { procedureId } } });

export const proceduresQuery = queryOptions({
  queryKey: keys.workspace("procedures"),
  queryFn: async () => (await answer(api.GET("/api/v1/procedures"))).items,
});

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: proceduresQuery.queryKey });

export async function createProcedure(client: QueryClient, body: ProcedureWords): Promise<void> {
  await answer(api.POST("/api/v1/procedures", { body }));
  await refresh(client);
}

export async function changeProcedure(
  client: QueryClient,
  { id, revision }: Procedure,
  body: ProcedureWords,
): Promise<void> {
  await answer(
    api.PATCH("/api/v1/procedures/{procedureId}", { ...at(id), headers: ifMatch(revision), body }),
  );
  await refresh(client);
}

export async function removeProcedure(client: QueryClient, { id, name, steps }: Procedure): Promise<void> {
  await answer(api.DELETE("/api/v1/procedures/{procedureId}", at(id)));
  await refresh(client);
  offerUndo(`“${name}” removed`, () => createProcedure(client, { name, steps }));
}

/** One step a line, as people write lists; bullets and numbers in front are left out. */
export function stepsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim())
    .filter(Boolean);
}
