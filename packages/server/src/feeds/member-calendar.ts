import { WORKSPACE_ROLES } from "../access/roles.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import type { FoundLink } from "../portal/person-links.ts";
import { listProjects } from "../projects/projects.store.ts";
import { type CalendarEvent, calendarText } from "./calendar-text.ts";
import { type FeedEntry, feedCards, feedMember, feedMilestones, feedReviews } from "./feeds.store.ts";
import { memberBond } from "./feeds.ts";

const REVIEW_MINUTES = 60;

/** The team's plan as it is today, as far as this member sees it. */
export async function memberCalendar(
  { database, kit }: Services,
  { link, person }: FoundLink,
): Promise<string | null> {
  const { workspaceId } = link;
  return database.inWorkspace(
    workspaceId,
    async (tx) => {
      const member = await feedMember(tx, workspaceId, person.id);
      const role = WORKSPACE_ROLES.find((known) => known === member?.role);
      if (!member || !role) return null;
      if ((await memberBond(tx, workspaceId, person.id)) !== link.boundTo) return null;
      const { name, zone } = member;
      const actor = { workspaceId, personId: person.id, userId: "", sessionId: "", name, role, zone };
      const scope: Scope = { tx, actor, kit, now: kit.clock.now(), requestId: "" };
      return write(scope, {
        projectId: link.projectId,
        withCards: link.shows === "cards",
        house: member.house,
      });
    },
    { readOnly: true },
  );
}

async function write(
  scope: Scope,
  { projectId, withCards, house }: { projectId: string | null; withCards: boolean; house: string },
): Promise<string | null> {
  const seen = (await listProjects(scope, { archived: false })).filter(
    ({ id }) => projectId === null || id === projectId,
  );
  const [only] = seen;
  if (projectId !== null && !only) return null;
  const { personId, role } = scope.actor;
  const wanted = { projectId, projectIds: seen.map(({ id }) => id), personId };
  const at = `${scope.kit.baseUrl}/p/`;
  const events = [
    ...(role === "guest" ? [] : await feedMilestones(scope, wanted)).flatMap((one) =>
      dayEvent(one, "milestone", `◆ ${one.title} · ${one.projectName}`, `${at}${key(one)}/m/${one.number}`),
    ),
    ...(withCards ? await feedCards(scope, wanted) : []).flatMap((one) =>
      dayEvent(one, "card", `${one.title} · ${one.projectName}`, `${at}${key(one)}/c/${one.number}`),
    ),
    ...(role === "guest" ? [] : await feedReviews(scope, wanted)).map((one): CalendarEvent => {
      const url = `${at}${key(one)}/review/${one.dueOn}`;
      return {
        ...{ uid: `review-${one.id}`, title: `Review · ${one.projectName}`, description: url, url },
        ...{ createdAt: one.createdAt, revision: one.revision, at: one.dueAt, minutes: REVIEW_MINUTES },
      };
    }),
  ];
  const name = projectId === null ? `${house}: ${scope.actor.name}` : `${only?.name}`;
  return calendarText(name, events);
}

function key({ projectKey }: { projectKey: string }): string {
  return projectKey.toLowerCase();
}

function dayEvent(one: FeedEntry, kind: "milestone" | "card", title: string, url: string): CalendarEvent[] {
  const { id, on, createdAt, revision } = one;
  return on === null ? [] : [{ uid: `${kind}-${id}`, title, description: url, url, createdAt, revision, on }];
}
