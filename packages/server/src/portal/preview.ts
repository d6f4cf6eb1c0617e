import type { FastifyRequest } from "fastify";
import { can } from "../access/policy.ts";
import type { Services } from "../access/route.ts";
import type { Sight } from "../db/transaction.ts";
import { forbidden, notFound } from "../kit/errors.ts";
import { findActor } from "../people/sessions.store.ts";
import { sessionQuestion } from "../people/sessions.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { findPreviewed } from "./preview.store.ts";
import { type PortalProject, projectInSight } from "./sight.store.ts";
import type { Visitor } from "./visitor.ts";

const CLIENT = "client";

/** Who of the team looks as a client would: any client, or one contact. Asked for in the address, never by itself. */
export function previewOf(request: FastifyRequest): string | null {
  const { as } = request.query as { as?: unknown };
  return typeof as === "string" && /^[\w-]{1,36}$/.test(as) ? as : null;
}

export async function previewVisit(
  { database, kit }: Services,
  request: FastifyRequest,
  { workspace, key, as }: { workspace: string; key: string; as: string },
): Promise<{ visitor: Visitor; project: PortalProject; sight: Sight }> {
  const question = sessionQuestion(request);
  const actor = question ? await findActor(database.outside, question.hash, workspace) : null;
  if (!actor) throw notFound();
  const now = kit.clock.now();
  const scope = { actor, kit, now, requestId: request.id };
  const wanted = as === CLIENT ? null : as;
  const found = await database.inWorkspace(
    actor.workspaceId,
    async (tx) => {
      const previewed = await findPreviewed({ ...scope, tx }, key, wanted);
      if (!previewed) throw notFound();
      const { project } = await visibleProject({ ...scope, tx }, previewed.projectId);
      if (!can(actor, "client.read", { project })) throw forbidden();
      if (wanted !== null && previewed.contactId === null) throw notFound();
      return previewed;
    },
    { readOnly: true },
  );
  const sight = {
    workspaceId: actor.workspaceId,
    personId: found.contactId,
    projectId: found.projectId,
    now,
  };
  const project = await database.inPortal(sight, (tx) => projectInSight(tx, found.projectId));
  if (!project) throw notFound();
  return { visitor: memberAsVisitor(actor, found.contactId), project, sight };
}

function memberAsVisitor(
  {
    workspaceId,
    personId,
    name,
    zone,
  }: { workspaceId: string; personId: string; name: string; zone: string },
  contactId: string | null,
): Visitor {
  return {
    workspaceId,
    personId: contactId ?? personId,
    name,
    email: "",
    language: "en",
    zone,
    side: "team",
    level: "link",
    sessionId: null,
    handedOverBy: null,
  };
}
