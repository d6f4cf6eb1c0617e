import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { keys } from "./query-keys.ts";

/** Everybody who works in the workspace. */
export const membersQuery = queryOptions({
  queryKey: keys.workspace("members"),
  queryFn: async () => (await answer(api.GET("/api/v1/members"))).items,
});

/** The companies the workspace works for. */
export const clientsQuery = queryOptions({
  queryKey: keys.workspace("clients"),
  queryFn: async () => (await answer(api.GET("/api/v1/clients"))).items,
});

/** People at clients. */
export const contactsQuery = queryOptions({
  queryKey: keys.workspace("contacts"),
  queryFn: async () => (await answer(api.GET("/api/v1/contacts"))).items,
});
