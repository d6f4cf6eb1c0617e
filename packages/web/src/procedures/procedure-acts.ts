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

/** The way back writes the old words over whatever stands there then. */
export async function changeProcedure(
  client: QueryClient,
  procedure: Procedure,
  change: Partial<ProcedureWords>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  const { id, name, steps, revision } = procedure;
  const patch = (seen: number, body: Partial<ProcedureWords>) =>
    answer(api.PATCH("/api/v1/procedures/{procedureId}", { ...at(id), headers: ifMatch(seen), body }));
  // After a refusal too: the form shows what others have saved meanwhile.
  const saved = await patch(revision, change).finally(() => refresh(client));
  offerUndo(`“${saved.name}” changed`, async () => {
    const now = (await client.fetchQuery({ ...proceduresQuery, staleTime: 0 })).find(
      (each) => each.id === id,
    );
    if (now) await patch(now.revision, { name, steps });
    await refresh(client);
  });
}

export async function removeProcedure(client: QueryClient, { id, name, steps }: Procedure): Promise<void> {
  await answer(api.DELETE("/api/v1/procedures/{procedureId}", at(id)));
  await refresh(client);
  offerUndo(`“${name}” removed`, () => createProcedure(client, { name, steps }));
}
