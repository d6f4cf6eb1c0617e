import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import type { PortalTx } from "../db/database.ts";
import type { Sight } from "../db/transaction.ts";
import { civilDate } from "../kit/clock.ts";
import type { LinkRow } from "../people/links.store.ts";
import { type Say, sayIn } from "../words/say.ts";
import type { LinkState } from "./person-links.ts";
import type { PortalProject } from "./sight.store.ts";
import { isSureEnough, securityLevelOf, type Visitor } from "./visitor.ts";

/** One person who looks at one page for clients, and what they may do there. */
export interface Visit {
  services: Services;
  request: FastifyRequest;
  visitor: Visitor;
  sight: Sight;
  say: Say;
  now: Date;
  /** The day in the workspace's zone. */
  today: string;
  project: PortalProject;
  /** The link that they came by; null for who came by session. */
  link: { row: LinkRow; state: LinkState } | null;
  /** Another person is at home on this device: the link was passed on to them. */
  passedOnTo: string | null;
  /** A member looks as a client would: nothing can be sent. */
  preview: string | null;
  /** The view that was written down for this page; the small script tells when it was really seen. */
  viewId: string | null;
  /** What a form on this page carries. */
  formToken: string;
}

export interface VisitParts {
  services: Services;
  request: FastifyRequest;
  visitor: Visitor;
  project: PortalProject;
  sight: Sight;
  link: Visit["link"];
  passedOnTo: string | null;
  preview: string | null;
  formToken: string;
}

export function visitOf(parts: VisitParts): Visit {
  const now = parts.services.kit.clock.now();
  return {
    ...parts,
    say: sayIn(parts.visitor.language),
    now,
    today: civilDate(now, parts.project.zone),
    viewId: null,
  };
}

/** Reads what this person may read, in one transaction. */
export function read<T>({ services, sight }: Visit, work: (tx: PortalTx) => Promise<T>): Promise<T> {
  return services.database.inPortal(sight, work);
}

/** The address of a page of this project; a member who looks as a client goes on looking so. */
export function portalHref({ project, preview }: Visit, path: `/${string}` | "" = ""): string {
  const as = preview === null ? "" : `?as=${preview}`;
  return `/portal/${project.workspaceSlug}/${project.key.toLowerCase()}${path}${as}`;
}

/** True when this person needs to prove who they are before a decision counts. */
export function needsCode({ visitor, project, preview }: Visit): boolean {
  return preview === null && !isSureEnough(visitor.level, securityLevelOf(project));
}

/** True where this person has to sign in with a password first: no code that could be typed on this page does instead. */
export function needsAccount(visit: Visit): boolean {
  return needsCode(visit) && securityLevelOf(visit.project) === "account";
}

/** Where they sign in, and come back from to a page of the project. */
export function accountHref(visit: Visit, path: `/${string}`): string {
  const next = encodeURIComponent(portalHref(visit, path));
  return `/portal/${visit.project.workspaceSlug}/account?next=${next}`;
}
