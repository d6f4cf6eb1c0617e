import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";

export type MemberGroup = Shape<"Group">;
export type GroupFields = Pick<MemberGroup, "name" | "personIds">;

const at = (groupId: string) => ({ params: { path: { groupId } } });

export const groupsQuery = queryOptions({
  queryKey: keys.workspace("groups"),
  queryFn: async () => (await answer(api.GET("/api/v1/groups"))).items,
});

/** Who is offered behind an @ changes with them, in every project. */
export const refreshGroups = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: groupsQuery.queryKey }),
    client.invalidateQueries({ queryKey: ["project"] }),
  ]);

export async function makeGroup(client: QueryClient, body: GroupFields): Promise<void> {
  const { id, name } = await make(client, body);
  offerUndo(`@${name} is a group now`, () => remove(client, id));
}

/** The way back writes what was there over whatever stands there then. */
export async function changeGroup(
  client: QueryClient,
  { id, name, personIds, revision }: MemberGroup,
  wanted: GroupFields,
): Promise<void> {
  const put = (seen: number, body: GroupFields) =>
    answer(api.PUT("/api/v1/groups/{groupId}", { ...at(id), headers: ifMatch(seen), body })).finally(() =>
      refreshGroups(client),
    );
  const saved = await put(revision, wanted);
  offerUndo(`@${wanted.name} changed`, async () => {
    const now = await client.fetchQuery({ ...groupsQuery, staleTime: 0 });
    await put(now.find((each) => each.id === id)?.revision ?? saved.revision, { name, personIds });
  });
}

export async function removeGroup(client: QueryClient, { id, name, personIds }: MemberGroup): Promise<void> {
  await remove(client, id);
  offerUndo(`@${name} is no group any more`, () => make(client, { name, personIds }));
}

async function make(client: QueryClient, body: GroupFields) {
  const made = await answer(api.POST("/api/v1/groups", { body }));
  await refreshGroups(client);
  return made;
}

async function remove(client: QueryClient, id: string): Promise<void> {
  await answer(api.DELETE("/api/v1/groups/{groupId}", at(id)));
  await refreshGroups(client);
}
