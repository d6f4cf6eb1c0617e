import { createElement } from "react";
import { HomeDoor } from "./home-door.page.tsx";
import { mailHomeLink } from "./home-link.ts";
import { prolongHome } from "./person-links.ts";
import type { LinkPage, Redirect } from "./portal-page.ts";
import { openSession } from "./portal-sessions.ts";
import { portalHref, type Visit } from "./visit.ts";

/**
 * The link to somebody's page, good for a home screen. A person's browser is let in at once; whatever else fetches
 * addresses out of mails gets a page with a button.
 */
export const homeLinkPage: LinkPage = {
  path: "/h/:token",
  kind: "home",
  async show(visit) {
    if (visit.visitor.sessionId !== null) return { to: placeAsked(visit) };
    const navigates = visit.request.headers["sec-fetch-mode"] === "navigate";
    if (visit.request.method === "GET" && navigates && visit.passedOnTo === null) return letIn(visit);
    return { title: visit.say("Your page"), body: createElement(HomeDoor, { visit }) };
  },
  act: letIn,
  again: mailHome,
};

async function letIn(visit: Visit): Promise<Redirect> {
  const { services, visitor, link } = visit;
  const { workspaceId, personId } = visitor;
  const cookie = await services.database.inWorkspace(workspaceId, async (tx) => {
    if (link) await prolongHome(tx, services.kit, link.row);
    const whose = { workspaceId, personId, linkId: link?.row.id ?? null, level: "link" as const };
    return openSession(tx, services.kit, whose);
  });
  return { to: placeAsked(visit), cookie };
}

/** A mail may lead to one of the places behind the door; whatever else is asked for is the home. */
function placeAsked(visit: Visit): string {
  const { to } = visit.request.query as { to?: unknown };
  return portalHref(visit, to === "report" ? "/report" : "");
}

export function mailHome({ services, visitor, project }: Visit): Promise<void> {
  const { workspaceId, personId } = visitor;
  return services.database.inWorkspace(workspaceId, (tx) =>
    mailHomeLink(tx, services.kit, { workspaceId, personId, projectId: project.id }),
  );
}
