import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { notFound, Problem } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { type FoundLink, findByToken } from "./person-links.ts";
import { formTokenFor } from "./portal-form.ts";
import type { LinkPage } from "./portal-page.ts";
import { sessionOf } from "./portal-sessions.ts";
import { previewOf, previewVisit } from "./preview.ts";
import { projectByKey, projectInSight } from "./sight.store.ts";
import { type Visit, visitOf } from "./visit.ts";
import { isSureEnough, securityLevelOf } from "./visitor.ts";

/** A page by session: nobody known, or not sure enough for this project, goes through a door first. */
export class Door extends Problem {
  readonly way: "link" | "code" | "account";

  constructor(way: "link" | "code" | "account") {
    super(401, "portal-door", "Who are you?", "This page is for people of one client.");
    this.way = way;
  }
}

export async function visitByAddress(services: Services, request: FastifyRequest): Promise<Visit> {
  const { workspace = "", project: key = "" } = request.params as { workspace?: string; project?: string };
  const as = previewOf(request);
  if (as !== null) {
    const found = await previewVisit(services, request, { workspace, key, as });
    return visitOf({ services, request, ...found, link: null, passedOnTo: null, preview: as, formToken: "" });
  }
  const session = await sessionOf(services, request);
  if (!session) throw new Door("link");
  const { visitor, hash } = session;
  const sight = {
    workspaceId: visitor.workspaceId,
    personId: visitor.personId,
    projectId: null,
    now: services.kit.clock.now(),
    language: visitor.language,
  };
  const project = await services.database.inPortal(sight, (tx) => projectByKey(tx, workspace, key));
  if (!project) throw notFound();
  const formToken = formTokenFor(services.kit, hash);
  const visit = visitOf({
    services,
    request,
    visitor,
    sight,
    project,
    link: null,
    passedOnTo: null,
    preview: null,
    formToken,
  });
  const wanted = securityLevelOf(project);
  if (wanted !== "easy" && !isSureEnough(visitor.level, wanted))
    throw Object.assign(new Door(wanted), { visit });
  return visit;
}

/** Why a link does not open, and for whom it did; nobody for one that never was. */
export class ClosedLink extends Problem {
  readonly found: FoundLink | null;

  constructor(found: FoundLink | null) {
    super(410, "link-closed", "This link does not open", "This link does not open.");
    this.found = found;
  }
}

export async function visitByLink(
  services: Services,
  request: FastifyRequest,
  page: LinkPage,
): Promise<Visit> {
  const { token = "" } = request.params as { token?: string };
  const found = isWhole(token) ? await findByToken(services, page.kind, token) : null;
  const opens = found && (found.state === "open" || page.explains?.includes(found.state));
  if (!opens) throw new ClosedLink(found);
  return linkVisit(services, request, found, token);
}

/** Whether it has the length of a token; mail programs cut addresses off. */
export function isWhole(token: string): boolean {
  return /^[\w-]{43}$/.test(token);
}

/** The visit of a link's person, whatever state the link is in. */
export async function linkVisit(
  services: Services,
  request: FastifyRequest,
  { link, person, state }: FoundLink,
  token: string,
): Promise<Visit> {
  const now = services.kit.clock.now();
  const { workspaceId, projectId } = link;
  if (!projectId) throw new ClosedLink(null);
  const isTeam = person.side === "team";
  const sight = {
    ...{ workspaceId, personId: person.id, projectId: isTeam ? projectId : null, now },
    language: person.language,
  };
  const project = await services.database.inPortal(sight, (tx) => projectInSight(tx, projectId));
  if (!project) throw new ClosedLink(null);
  const session = await sessionOf(services, request);
  const own = session?.visitor.personId === person.id ? session.visitor : null;
  const passedOnTo = session && !own ? session.visitor.name : null;
  const { id: personId, name, email, language, zone, side } = person;
  const level = own?.level ?? "link";
  const visitor = {
    workspaceId,
    personId,
    name,
    email,
    language,
    zone,
    side,
    level,
    sessionId: own?.sessionId ?? null,
    handedOverBy: link.handedOverBy,
  };
  const formToken = formTokenFor(services.kit, sha256(token));
  return visitOf({
    services,
    request,
    visitor,
    sight,
    project,
    link: { row: link, state },
    passedOnTo,
    preview: null,
    formToken,
  });
}
