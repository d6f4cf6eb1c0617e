import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { type KnownTemplate, knownTemplate, ownTemplate } from "./templates.ts";

type Found = PolicyObject & { found: KnownTemplate };
type ById = { params: { templateId: string } };

/** What a route about one template loads; 404 for what is not of this workspace. */
export async function anyById(scope: Scope, { params }: ById): Promise<Found> {
  return { found: await knownTemplate(scope, params.templateId) };
}

export async function ownById(scope: Scope, { params }: ById): Promise<Found> {
  return { found: await ownTemplate(scope, params.templateId) };
}
