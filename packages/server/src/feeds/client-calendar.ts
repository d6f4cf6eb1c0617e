import type { Services } from "../access/route.ts";
import { type ClientPlan, dayOnRoad, planOf } from "../client-home/client-plan.ts";
import type { Waiting } from "../client-home/needs.store.ts";
import { readNeeds } from "../client-home/needs.ts";
import type { FoundLink } from "../portal/person-links.ts";
import { type PortalProject, projectInSight } from "../portal/sight.store.ts";
import { sayIn } from "../words/say.ts";
import { type CalendarEvent, calendarText } from "./calendar-text.ts";

/** The plan as it was published, and what this person is asked for; read as their pages are. */
export async function clientCalendar(
  { database, kit }: Services,
  { link, person }: FoundLink,
): Promise<string | null> {
  const { workspaceId, projectId } = link;
  if (projectId === null) return null;
  const sight = { workspaceId, personId: person.id, projectId: null, now: kit.clock.now() };
  const found = await database.inPortal(sight, async (tx) => {
    const project = await projectInSight(tx, projectId);
    if (!project) return null;
    const { mine } = await readNeeds(tx, projectId, person.id);
    return { project, plan: await planOf(tx, projectId), mine };
  });
  if (!found) return null;
  const { project, plan, mine } = found;
  const at = `${kit.baseUrl}/portal/${project.workspaceSlug}/${project.key.toLowerCase()}`;
  const asked = mine.flatMap((one) => askedEvent(one, project, at, person.language));
  return calendarText(`${project.name} · ${project.workspaceName}`, [
    ...(plan ? plannedEvents(plan, project, at) : []),
    ...asked,
  ]);
}

function plannedEvents({ milestones, publication }: ClientPlan, project: PortalProject, at: string) {
  return milestones.flatMap((milestone): CalendarEvent[] => {
    const { id, number, title, targetOn, reachedOn } = milestone;
    if (targetOn === null && reachedOn === null) return [];
    const url = `${at}/m/${number}`;
    return [
      {
        ...{ uid: `milestone-${id}`, title: `◆ ${title} · ${project.name}`, description: url, url },
        ...{ on: dayOnRoad(milestone), createdAt: publication.createdAt, revision: publication.n },
      },
    ];
  });
}

function askedEvent(one: Waiting, project: PortalProject, at: string, language: string): CalendarEvent[] {
  const { kind, id, number, title, dueOn, since } = one;
  if (dueOn === null || since === null) return [];
  const url = `${at}/${kind === "approval" ? "decisions" : "requests"}/${number}`;
  const ask = kind === "approval" ? sayIn(language)("Review and decide") : sayIn(language)("Answer");
  return [
    {
      ...{ uid: `${kind}-${id}`, title: `${ask}: ${title} · ${project.name}`, description: url, url },
      ...{ on: dueOn, createdAt: since, revision: 0 },
    },
  ];
}
