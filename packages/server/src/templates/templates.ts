import { BUILT_IN_TEMPLATES, type Template } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { invalid, notFound, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { mendReferences } from "./template-references.ts";
import { TemplateShape } from "./template-shape.ts";
import {
  findTemplate,
  insertTemplate,
  listTemplates,
  removeTemplate,
  type TemplateRow,
  updateTemplate,
} from "./templates.store.ts";

/** One that comes along has no revision: it is copied, not changed. */
export interface KnownTemplate {
  id: string;
  plan: Template;
  revision: number | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function knownTemplates(scope: Scope): Promise<KnownTemplate[]> {
  const own = (await listTemplates(scope)).map(readRow);
  const along = Object.entries(BUILT_IN_TEMPLATES).map(([id, plan]) => ({ id, plan, revision: null }));
  return [...own, ...along];
}

export async function knownTemplate(scope: Scope, id: string): Promise<KnownTemplate> {
  const plan = Object.hasOwn(BUILT_IN_TEMPLATES, id) ? BUILT_IN_TEMPLATES[id] : undefined;
  return plan ? { id, plan, revision: null } : ownTemplate(scope, id);
}

/** One of the workspace's own; those that come along are not there to be changed. */
export async function ownTemplate(scope: Scope, id: string): Promise<KnownTemplate> {
  const found = UUID.test(id) ? await findTemplate(scope, id) : undefined;
  if (!found) throw notFound();
  return readRow(found);
}

export async function keepTemplate(
  scope: Scope,
  plan: Template,
  because: Record<string, unknown> = {},
): Promise<KnownTemplate> {
  const { name, trade, summary } = plan;
  const { workspaceId } = scope.actor;
  const id = newId();
  await insertTemplate(scope, { workspaceId, id, name, trade, summary, plan: JSON.stringify(plan) });
  await told(scope, "workspace.templateAdded", id, { name, ...because });
  return ownTemplate(scope, id);
}

/** Every part goes along; the name says that it is a copy. */
export function copyTemplate(scope: Scope, { id, plan }: KnownTemplate): Promise<KnownTemplate> {
  return keepTemplate(scope, { ...plan, name: `${plan.name.slice(0, 230)} (copy)` }, { copyOf: id });
}

/** Projects that were made from it stay as they are. */
export async function changeTemplate(
  scope: Scope,
  before: KnownTemplate,
  revision: number,
  wanted: Some<Template>,
): Promise<KnownTemplate> {
  const { id } = before;
  const change = given(wanted);
  if (asksNothing(change)) return before;
  const { template, faults } = mendReferences({ ...before.plan, ...change });
  if (faults.length > 0) throw invalid(faults);
  const { name, trade, summary } = template;
  const row = { name, trade, summary, plan: JSON.stringify(template) };
  if (!(await updateTemplate(scope, id, revision, row))) throw stale(await ownTemplate(scope, id));
  await told(scope, "workspace.templateChanged", id, { name, fields: Object.keys(change) });
  return ownTemplate(scope, id);
}

export async function dropTemplate(scope: Scope, { id, plan }: KnownTemplate): Promise<void> {
  await removeTemplate(scope, id);
  await told(scope, "workspace.templateRemoved", id, { name: plan.name });
}

function readRow({ id, plan, revision }: TemplateRow): KnownTemplate {
  return { id, plan: TemplateShape.parse(plan), revision };
}

async function told(
  scope: Scope,
  verb: `workspace.${string}`,
  templateId: string,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, {
    verb,
    subject: { kind: "workspace", id: scope.actor.workspaceId },
    data: { templateId, ...data },
  });
}
