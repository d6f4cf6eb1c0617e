import { z } from "zod";
import { can } from "../access/policy.ts";
import { openRoute, route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { receive } from "../files/upload.ts";
import { accentsOf } from "../kit/brand.ts";
import { forbidden } from "../kit/errors.ts";
import { line } from "../kit/fields.ts";
import { BrandAccents, WorkspaceBrand } from "./brand.view.ts";
import { changeBrand, readBrand, removeLogo, setLogo } from "./brand-settings.ts";

const tag = "People";
const accent = () => z.string().regex(/^#[0-9a-f]{6}$/, "Write a colour as #rrggbb, with small letters.");

export const brandRoutes = [
  route({
    method: "GET",
    path: "/workspaces/current/brand",
    id: "getBrand",
    tag,
    summary: "How the workspace looks to its clients",
    response: WorkspaceBrand,
    policy: { action: "workspace.read" },
    handle: (scope) => readBrand(scope),
  }),
  route({
    method: "GET",
    path: "/workspaces/current/brand-accents",
    id: "tryAccent",
    tag,
    summary: "What a colour would become where it has to be read",
    query: z.strictObject({ accent: accent() }),
    response: BrandAccents,
    policy: { action: "workspace.read" },
    handle: async (_scope, { query }) => accentsOf(query.accent),
  }),
  route({
    method: "PATCH",
    path: "/workspaces/current/brand",
    id: "changeBrand",
    tag,
    summary: "Change the accent, or who mails to clients come from",
    body: z.strictObject({ accent: accent().nullable(), senderName: line(120) }).partial(),
    response: WorkspaceBrand,
    ifMatch: true,
    policy: { action: "workspace.edit" },
    handle: (scope, { body, revision }) => changeBrand(scope, revision, body),
  }),
  openRoute({
    method: "POST",
    path: "/workspaces/current/brand/logo",
    id: "setLogo",
    tag,
    summary: "The logo: multipart with a PNG, JPEG or WebP of at most 200 KB",
    policy: "session",
    because: "An upload is a stream: no transaction stays open while it arrives; it asks `can` itself.",
    rawBody: true,
    response: WorkspaceBrand,
    handle: (services, _input, { request, actor }) =>
      receive(services, actor, request, {
        before: async (scope) => mayEdit(scope),
        store: async (scope, _fields, _name, blob) => {
          mayEdit(scope);
          return setLogo(scope, blob);
        },
      }),
  }),
  route({
    method: "DELETE",
    path: "/workspaces/current/brand/logo",
    id: "removeLogo",
    tag,
    summary: "No logo: the workspace's name stands in its place",
    status: 200,
    response: WorkspaceBrand,
    policy: { action: "workspace.edit" },
    handle: (scope) => removeLogo(scope),
  }),
];

function mayEdit({ actor }: Scope): void {
  if (!can(actor, "workspace.edit")) throw forbidden();
}
