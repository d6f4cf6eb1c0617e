import type { Template } from "@milepost/planning";
import type { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../lib/problem.ts";
import {
  type TemplateDetail,
  type TemplateHead,
  templateQuery,
  templatesQuery,
} from "../lib/template-query.ts";
import { offerUndo } from "../lib/undo.tsx";
import { placedProblem } from "./left-out.ts";
import {
  changeTemplate,
  copyTemplate,
  deleteTemplate,
  type ImportedTemplate,
  importTemplate,
  saveAsTemplate,
  type TemplateWords,
  templateFile,
} from "./templates.api.ts";

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: templatesQuery.queryKey });

export async function copyToOwn(client: QueryClient, templateId: string): Promise<TemplateHead> {
  const copy = await copyTemplate(templateId);
  await refresh(client);
  return copy;
}

export async function keepPlanAsTemplate(
  client: QueryClient,
  projectId: string,
  words: TemplateWords & { durations?: "actual" },
): Promise<TemplateHead> {
  const kept = await saveAsTemplate(projectId, words);
  await refresh(client);
  return kept;
}

/**
 * Parts of a template as they are after a change, over the revision that was seen. The way back writes them as they
 * were over whatever stands there then.
 */
export async function changeParts(
  client: QueryClient,
  { id, plan, revision }: TemplateDetail,
  change: Partial<Template>,
  said?: string,
): Promise<void> {
  if (revision === null || Object.keys(change).length === 0) return;
  // After a refusal too: the form shows what others have saved meanwhile.
  const { name } = await changeTemplate(id, revision, change)
    .catch((problem) => Promise.reject(placedProblem(problem)))
    .finally(() => refresh(client));
  const before = Object.fromEntries(Object.entries(plan).filter(([part]) => part in change));
  offerUndo(said ?? `“${name}” changed`, async () => {
    const now = await client.fetchQuery({ ...templateQuery(id), staleTime: 0 });
    if (now.revision !== null) await changeTemplate(id, now.revision, before);
    await refresh(client);
  });
}

/** The way back takes it over again from its own file. `leave` goes to where it is not shown. */
export async function removeTemplate(
  client: QueryClient,
  { id, name }: Pick<TemplateHead, "id" | "name">,
  leave?: () => Promise<unknown>,
): Promise<void> {
  const file = await templateFile(id);
  await deleteTemplate(id);
  await leave?.();
  client.removeQueries({ queryKey: templateQuery(id).queryKey });
  await refresh(client);
  offerUndo(`“${name}” is deleted. Projects made from it stay.`, async () => {
    await importTemplate(JSON.stringify(file));
    await refresh(client);
  });
}

const MOST_BYTES = 500_000;
const TOO_LARGE = {
  title: "This file cannot be taken over",
  detail: "It is larger than 500 kB. No template is as large as that.",
};

export async function takeFile(client: QueryClient, file: File): Promise<ImportedTemplate> {
  if (file.size > MOST_BYTES) throw new ApiProblem(413, TOO_LARGE);
  const taken = await importTemplate(await file.text());
  await refresh(client);
  return taken;
}
