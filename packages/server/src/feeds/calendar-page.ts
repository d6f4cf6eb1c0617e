import { createElement } from "react";
import { recordFor } from "../events/events.ts";
import { forbidden } from "../kit/errors.ts";
import { contactScope } from "../portal/contact-scope.ts";
import { makePersonLink } from "../portal/person-links.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { PortalBody, ProjectPage } from "../portal/portal-page.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { CalendarPage } from "./calendar.page.tsx";
import { listFeeds, revokeFeed } from "./feeds.store.ts";
import { feedAddress } from "./feeds.ts";

/** Where somebody of a client makes the address that their own calendar reads; opening the page makes nothing. */
export const calendarPage: ProjectPage = {
  path: "/portal/:workspace/:project/calendar",
  show: async (visit) => body(visit, await hasFeed(visit), null),
  async act(visit, form) {
    if (visit.visitor.side !== "client") throw forbidden();
    const url = await change(visit, form);
    return url === null ? { to: portalHref(visit, "/calendar") } : body(visit, true, url);
  },
};

function body(visit: Visit, has: boolean, url: string | null): PortalBody {
  return { title: visit.say("Your calendar"), body: createElement(CalendarPage, { visit, has, url }) };
}

function hasFeed({ services, visitor, project }: Visit): Promise<boolean> {
  const { workspaceId, personId } = visitor;
  return services.database.inWorkspace(
    workspaceId,
    async (tx) => (await listFeeds(tx, { workspaceId, personId, projectId: project.id })).length > 0,
    { readOnly: true },
  );
}

/** A new address ends the one before; null where it was only ended. */
async function change(visit: Visit, form: PortalForm): Promise<string | null> {
  const { services, visitor, project, now } = visit;
  const { workspaceId, personId, email } = visitor;
  return services.database.inWorkspace(workspaceId, async (tx) => {
    await revokeFeed(contactScope(visit, tx), { personId, projectId: project.id });
    const isEnd = form.one("do") === "end";
    await recordFor(
      tx,
      { workspaceId, actorId: personId, at: now },
      {
        verb: isEnd ? "feed.ended" : "feed.made",
        subject: { kind: "person", id: personId },
        projectId: project.id,
      },
    );
    if (isEnd) return null;
    const person = { id: personId, email };
    const of = { workspaceId, kind: "feed" as const, person, projectId: project.id };
    return feedAddress(services.kit, await makePersonLink(tx, services.kit, of));
  });
}
