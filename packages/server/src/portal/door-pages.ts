import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import type { Services } from "../access/route.ts";
import { Problem } from "../kit/errors.ts";
import { sayIn } from "../words/say.ts";
import { sayProblem } from "../words/say-problem.ts";
import { accountDoor } from "./account-door.ts";
import { sendCode, spendTypedCode } from "./codes.ts";
import { CodeDoorPage, LinkDoorPage } from "./door.page.tsx";
import { ANSWER_MS, contactsByAddress } from "./door-asks.ts";
import { nextOf } from "./door-next.ts";
import { mailHomeLink } from "./home-link.ts";
import { formTokenFor, isOwnForm, readForm } from "./portal-form.ts";
import { openSession, type PortalSession, sessionOf } from "./portal-sessions.ts";
import { languageFor } from "./reader-language.ts";
import { redirect, sendPage } from "./send-shown.ts";
import { projectsOfContact } from "./visitor.store.ts";

/** The ways in that are pages of their own: "send me my link", the code for a device that is new, and the account. */
export function mountDoors(scope: FastifyInstance, services: Services): void {
  const options = { schema: { hide: true } };
  // Whoever holds a broken link does not know whose house it was from.
  for (const path of ["/portal/link", "/portal/:workspace/link"]) {
    scope.get(path, options, (request, reply) => linkDoor(request, reply, false));
    scope.post(path, options, async (request, reply) => {
      const form = await readForm(request, services.kit, false);
      await Promise.all([askForLink(services, request, form.one("email")), pause(ANSWER_MS)]);
      return linkDoor(request, reply, true);
    });
  }
  scope.get("/portal/:workspace/code", options, (request, reply) => codeDoor(services, request, reply));
  scope.post("/portal/:workspace/code", options, (request, reply) => codeDoor(services, request, reply));
  scope.get("/portal/:workspace/account", options, (request, reply) => accountDoor(services, request, reply));
  scope.post("/portal/:workspace/account", options, (request, reply) =>
    accountDoor(services, request, reply),
  );
}

function linkDoor(request: FastifyRequest, reply: FastifyReply, sent: boolean): Promise<FastifyReply> {
  const { workspace } = request.params as { workspace?: string };
  const action = request.url.split("?", 1)[0] ?? "";
  const account = workspace === undefined ? null : `/portal/${workspace}/account`;
  const say = sayIn(languageFor(request));
  return sendPage(reply, createElement(LinkDoorPage, { say, action, sent, account }), 200);
}

/** The answer, and how long it takes, are the same whether the address is known or not, and in how many houses. */
async function askForLink(services: Services, request: FastifyRequest, typed: string): Promise<void> {
  const { workspace = null } = request.params as { workspace?: string };
  const found = await contactsByAddress(services, request, typed.trim().toLowerCase(), workspace);
  for (const { workspaceId, personId } of found)
    await services.database.inWorkspace(workspaceId, async (tx) => {
      for (const project of await projectsOfContact(tx, workspaceId, personId))
        await mailHomeLink(tx, services.kit, { workspaceId, personId, projectId: project.id });
    });
}

async function codeDoor(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { kit } = services;
  const { workspace } = request.params as { workspace: string };
  const session = await sessionOf(services, request);
  if (!session) return redirect(reply, `/portal/${workspace}/link`);
  const say = sayIn(session.visitor.language);
  const formToken = formTokenFor(kit, session.hash);
  const shown = { problem: null as string | null, sent: false };
  if (request.method === "POST") {
    const form = await readForm(request, kit, false);
    try {
      if (!isOwnForm(form, formToken))
        throw new Problem(
          403,
          "form-token",
          "Once more",
          "This page was open too long. Please send it again.",
        );
      if (form.one("send-code") !== "yes")
        return redirect(reply, nextOf(request, workspace), await prove(services, session, form.one("code")));
      await sendCode(services, session.visitor, workspace);
    } catch (error) {
      const told = sayProblem(say, error);
      if (!told) throw error;
      shown.problem = told.text;
    }
    shown.sent = true;
  }
  const address = halfHidden(session.visitor.email);
  const page = createElement(CodeDoorPage, { say, action: request.url, formToken, address, ...shown });
  return sendPage(reply, page, shown.problem ? 400 : 200);
}

/** A session of its own for the device that has proved itself; the weaker one is left behind. */
async function prove(services: Services, { visitor }: PortalSession, code: string): Promise<string> {
  await spendTypedCode(services, visitor, code);
  const { workspaceId, personId } = visitor;
  return services.database.inWorkspace(workspaceId, (tx) =>
    openSession(tx, services.kit, { workspaceId, personId, linkId: null, level: "code" }),
  );
}

/** "d•••@rosa.example": enough to know which mailbox to look into. */
export function halfHidden(email: string): string {
  const [name = "", host = ""] = email.split("@", 2);
  return `${name.slice(0, 1)}•••@${host}`;
}
