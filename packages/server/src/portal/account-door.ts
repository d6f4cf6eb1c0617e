import { setTimeout as pause } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import type { Services } from "../access/route.ts";
import { sayIn } from "../words/say.ts";
import { sayProblem } from "../words/say-problem.ts";
import { AccountDoorPage } from "./account-door.page.tsx";
import { findAccount } from "./accounts.store.ts";
import { signInToPortal } from "./accounts.ts";
import { ANSWER_MS, contactsByAddress } from "./door-asks.ts";
import { nextOf } from "./door-next.ts";
import { mailEntryLink } from "./entry-links.ts";
import { readForm } from "./portal-form.ts";
import { languageFor } from "./reader-language.ts";
import { redirect, sendPage } from "./send-shown.ts";
import { projectsOfContact } from "./visitor.store.ts";

/** Where a project asks for an account: a password, or a link to the address that is known. */
export async function accountDoor(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { workspace } = request.params as { workspace: string };
  const say = sayIn(languageFor(request));
  const shown = { problem: null as string | null, sent: false, email: "" };
  let status = 200;
  if (request.method === "POST") {
    const form = await readForm(request, services.kit, false);
    const email = form.one("email").trim().toLowerCase();
    const wanted = form.one("mail");
    try {
      if (wanted !== "sign-in" && wanted !== "account") {
        const credentials = { workspace, email, password: form.one("password") };
        return redirect(
          reply,
          nextOf(request, workspace),
          await signInToPortal(services, request, credentials),
        );
      }
      await Promise.all([askForEntry(services, request, email, wanted), pause(ANSWER_MS)]);
      shown.sent = true;
    } catch (error) {
      const told = sayProblem(say, error);
      if (!told) throw error;
      Object.assign(shown, { problem: told.text, email });
      status = told.status;
    }
  }
  return sendPage(reply, createElement(AccountDoorPage, { say, action: request.url, ...shown }), status);
}

/** The answer is the same for everybody; somebody without a password is mailed the link to choose one. */
async function askForEntry(
  services: Services,
  request: FastifyRequest,
  email: string,
  wanted: "sign-in" | "account",
): Promise<void> {
  const { workspace } = request.params as { workspace: string };
  const [found] = await contactsByAddress(services, request, email, workspace);
  if (!found) return;
  const { workspaceId, personId } = found;
  await services.database.inWorkspace(workspaceId, async (tx) => {
    const [project] = await projectsOfContact(tx, workspaceId, personId);
    if (!project) return;
    const kind = (await findAccount(tx, found)) ? wanted : "account";
    await mailEntryLink(tx, services.kit, kind, { workspaceId, personId, projectId: project.id });
  });
}
