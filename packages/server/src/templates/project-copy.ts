import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import type { LeftOut } from "../board/card-content.ts";
import type { CardContentView } from "../board/card-content.view.ts";
import { COPY_PARTS, type CopyPart } from "../board/card-copy.ts";
import { problemWith } from "../board/card-values.ts";
import { cardsInColumn } from "../board/cards-copy.store.ts";
import { copyCards } from "../board/cards-copy.ts";
import { listColumns } from "../board/columns.store.ts";
import { createColumn } from "../board/columns.ts";
import { type FieldRow, listFields } from "../board/custom-fields.store.ts";
import { createField } from "../board/custom-fields.ts";
import { listLabels } from "../board/labels.store.ts";
import { createLabel } from "../board/labels.ts";
import { civilDate } from "../kit/clock.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { recordOnProject } from "../projects/project-events.ts";
import { listProjectMembers } from "../projects/project-members.store.ts";
import { setProjectMember } from "../projects/project-members.ts";
import type { ProjectRow } from "../projects/projects.store.ts";
import { createProject, project } from "../projects/projects.ts";
import { createRecurring, readRecurring } from "../routines/recurring-cards.ts";

/** What is said about the cards stays with them: a new project begins without talk. */
export const BoardCopyPart = z.enum(COPY_PARTS).exclude(["comments"]).meta({ id: "BoardCopyPart" });

export interface WantedProjectCopy {
  name: string;
  key?: string | undefined;
  /** The people who work on it, as members; whoever copies leads it. */
  team: boolean;
  routines: boolean;
  /** None, those that are open, or what is done as well. */
  cards: "none" | "open" | "all";
  parts: readonly z.infer<typeof BoardCopyPart>[];
}

export interface CopiedProject {
  project: ProjectRow;
  cardIds: string[];
  leftOut: LeftOut[];
}

/** A project of its own with the board of this one: never its client, its plan, what was agreed, nor money and time. */
export async function copyProject(
  scope: Scope,
  from: ProjectAccess,
  wanted: WantedProjectCopy,
): Promise<CopiedProject> {
  const { name, key } = wanted;
  const { id } = await createProject(scope, { name, key, currency: from.currency });
  const { project: to } = await visibleProject(scope, id);
  if (wanted.team) await copyTeam(scope, from, to);
  const labels = await copyLabels(scope, from.id, id);
  const fields = await copyFields(scope, from.id, id);
  const translate = translator(labels, fields);
  const cardIds: string[] = [];
  const leftOut = new Set<LeftOut>();
  const columns = new Map<string, string>();
  for (const column of await listColumns(scope, from.id)) {
    const { name: called, category, wipLimit } = column;
    const { id: columnId } = await createColumn(scope, id, { name: called, category, wipLimit });
    columns.set(column.id, columnId);
    const copied = await copyCards(scope, await cardsOf(scope, column.id, wanted.cards), {
      projectId: id,
      columnId,
      parts: partsOf(wanted),
      translate,
    });
    cardIds.push(...copied.ids);
    for (const what of copied.leftOut) leftOut.add(what);
  }
  if (wanted.routines) await copyRoutines(scope, from.id, id, { columns, translate });
  await recordOnProject(scope, id, "project.copied", { from: from.id, cards: cardIds.length });
  return { project: await project(scope, id), cardIds, leftOut: [...leftOut] };
}

function partsOf({ parts }: WantedProjectCopy): CopyPart[] {
  return [...new Set<CopyPart>([...parts, "labels"])];
}

async function cardsOf(scope: Scope, columnId: string, which: WantedProjectCopy["cards"]) {
  if (which === "none") return [];
  const cards = await cardsInColumn(scope, columnId);
  return which === "all" ? cards : cards.filter(({ doneAt }) => doneAt === null);
}

async function copyTeam(scope: Scope, from: ProjectAccess, to: ProjectAccess): Promise<void> {
  for (const { personId } of await listProjectMembers(scope, from.id))
    if (personId !== scope.actor.personId) await setProjectMember(scope, to, personId, { role: "member" });
}

/** By the label that it was copied from. */
async function copyLabels(scope: Scope, from: string, to: string): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const { id, name, color } of await listLabels(scope, from))
    made.set(id, (await createLabel(scope, to, { name, color })).id);
  return made;
}

async function copyFields(scope: Scope, from: string, to: string): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const { id, name, kind, choices } of await listFields(scope, from))
    made.set(id, (await createField(scope, to, { name, kind, choices })).id);
  return made;
}

type Translate = (content: CardContentView) => CardContentView;

/** Labels and fields by their copies; milestones are of the plan, which is not copied. */
function translator(labels: ReadonlyMap<string, string>, fields: ReadonlyMap<string, string>): Translate {
  return (content) => ({
    ...content,
    milestoneId: null,
    labels: content.labels.flatMap((id) => labels.get(id) ?? []),
    values: content.values.flatMap(({ fieldId, value }) => {
      const to = fields.get(fieldId);
      return to ? [{ fieldId: to, value }] : [];
    }),
  });
}

/** Paused, so that nothing is made before somebody has looked at them. */
async function copyRoutines(
  scope: Scope,
  from: string,
  to: string,
  { columns, translate }: { columns: ReadonlyMap<string, string>; translate: Translate },
): Promise<void> {
  const { zone } = await workCalendar(scope);
  const today = civilDate(scope.now, zone);
  const { items } = await readRecurring(scope, from);
  const fields = await listFields(scope, to);
  for (const { content, columnId, cadence, everyDays, startsOn, at, endsOn } of items) {
    if (endsOn !== null && endsOn < today) continue;
    await createRecurring(scope, to, {
      content: onlyTaken(translate(content), fields),
      columnId: columns.get(columnId ?? "") ?? null,
      ...{ cadence, everyDays, startsOn, at, endsOn },
      paused: true,
    });
  }
}

/** What a field took once and does not take any more stays behind. */
function onlyTaken(content: CardContentView, fields: readonly FieldRow[]): CardContentView {
  const values = content.values.filter(({ fieldId, value }) => {
    const field = fields.find(({ id }) => id === fieldId);
    return field !== undefined && problemWith(field, value) === null;
  });
  return { ...content, values };
}
