import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement, type ReactElement } from "react";
import type { Services } from "../access/route.ts";
import type { PortalTx } from "../db/database.ts";
import { notFound, Problem } from "../kit/errors.ts";
import { type Say, sayIn } from "../words/say.ts";
import { showDoor } from "./doors.ts";
import { Door } from "./find-visit.ts";
import { HouseFrame } from "./frame.page.tsx";
import { formTokenFor, isOwnForm, readForm } from "./portal-form.ts";
import { sessionOf } from "./portal-sessions.ts";
import { redirect, sendPage } from "./send-shown.ts";
import { type PortalProject, projectsInSight } from "./sight.store.ts";
import { isSureEnough, securityLevelOf, type Visitor } from "./visitor.ts";
import { visitorChoice } from "./visitor-choices.ts";

/** Somebody who has a part in several projects of one workspace, before they choose one. */
export interface HouseVisit {
  services: Services;
  request: FastifyRequest;
  visitor: Visitor;
  say: Say;
  now: Date;
  formToken: string;
  project: PortalProject;
  projects: PortalProject[];
  read<T>(work: (tx: PortalTx) => Promise<T>): Promise<T>;
}

export interface HousePage {
  show(visit: HouseVisit): Promise<{ title: string; body: ReactElement }>;
}

const PATH = "/portal/:workspace";

/** The page over all projects of a client's person; with one project, or by its short name, the way leads on to it. */
export function mountHouse(scope: FastifyInstance, services: Services, page: HousePage): void {
  const options = { schema: { hide: true } };
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      return await open(services, request, reply, page);
    } catch (error) {
      if (error instanceof Door) return showDoor(services, request, reply, error);
      throw error;
    }
  };
  scope.get(PATH, options, answer);
  scope.post(PATH, options, answer);
}

async function open(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  page: HousePage,
): Promise<FastifyReply> {
  const found = await findHouse(services, request);
  if ("to" in found) return redirect(reply, found.to);
  if (request.method === "POST") {
    const chosen = await choose(found);
    return redirect(reply, chosen.to, chosen.cookie);
  }
  const shown = await page.show(found);
  return sendPage(reply, createElement(HouseFrame, { visit: found, ...shown }), 200);
}

async function findHouse(services: Services, request: FastifyRequest): Promise<HouseVisit | { to: string }> {
  const { workspace = "" } = request.params as { workspace?: string };
  const session = await sessionOf(services, request);
  if (!session) throw new Door("link");
  const { visitor, hash } = session;
  const now = services.kit.clock.now();
  const { workspaceId, personId } = visitor;
  const read: HouseVisit["read"] = (work) =>
    services.database.inPortal(
      { workspaceId, personId, projectId: null, now, language: visitor.language },
      work,
    );
  const all = await read(projectsInSight);
  const projects = all.filter(({ workspaceSlug }) => workspaceSlug === workspace);
  const [project] = projects;
  if (!project) {
    const short = all.find(({ key }) => key === workspace.toUpperCase());
    if (!short) throw notFound();
    return { to: placeOf(short) };
  }
  if (projects.length === 1) return { to: placeOf(project) };
  const formToken = formTokenFor(services.kit, hash);
  return {
    services,
    request,
    visitor,
    say: sayIn(visitor.language),
    now,
    formToken,
    project,
    projects,
    read,
  };
}

export function placeOf({ workspaceSlug, key }: PortalProject): string {
  return `/portal/${workspaceSlug}/${key.toLowerCase()}`;
}

/** What a project asks of whoever reads it; what is behind a code is not told before it. */
export function opensFor(visitor: Visitor, project: PortalProject): boolean {
  return isSureEnough(visitor.level, securityLevelOf(project));
}

async function choose(visit: HouseVisit): Promise<{ to: string; cookie?: string }> {
  const form = await readForm(visit.request, visit.services.kit, false);
  if (!isOwnForm(form, visit.formToken))
    throw new Problem(403, "form-token", "Once more", "This page was open too long. Please send it again.");
  return (await visitorChoice(visit, form)) ?? { to: visit.request.url };
}
