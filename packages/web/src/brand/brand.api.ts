import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { noConnection, problemOf } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";
import { workspaceSlug } from "../lib/workspace.ts";

export type Brand = Shape<"WorkspaceBrand">;
export type Accents = Shape<"BrandAccents">;

export const brandQuery = queryOptions({
  queryKey: keys.workspace("brand"),
  queryFn: () => answer(api.GET("/api/v1/workspaces/current/brand")),
});

/** What a colour would become, before it is saved. */
export const accentsQuery = (accent: string) =>
  queryOptions({
    queryKey: keys.workspace("brand-accents", accent),
    queryFn: () =>
      answer(api.GET("/api/v1/workspaces/current/brand-accents", { params: { query: { accent } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

const keep = (client: QueryClient, brand: Brand) => client.setQueryData(brandQuery.queryKey, brand);

export async function changeBrand(
  client: QueryClient,
  { revision }: Brand,
  body: { accent: string | null; senderName: string },
): Promise<void> {
  keep(
    client,
    await answer(api.PATCH("/api/v1/workspaces/current/brand", { headers: ifMatch(revision), body })),
  );
}

export async function sendLogo(client: QueryClient, file: Blob): Promise<void> {
  const body = new FormData();
  body.set("file", file);
  const slug = workspaceSlug();
  const headers = slug ? { "x-workspace": slug } : {};
  const sent = await fetch("/api/v1/workspaces/current/brand/logo", { method: "POST", body, headers }).catch(
    () => {
      throw noConnection();
    },
  );
  if (!sent.ok) throw await problemOf(sent);
  await client.invalidateQueries({ queryKey: brandQuery.queryKey });
}

export async function removeLogo(client: QueryClient): Promise<void> {
  keep(client, await answer(api.DELETE("/api/v1/workspaces/current/brand/logo")));
}
