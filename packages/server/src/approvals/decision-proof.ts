import { createElement } from "react";
import { Problem } from "../kit/errors.ts";
import { sendCode, spendTypedCode } from "../portal/codes.ts";
import { CodeForm, codeTitle } from "../portal/door.page.tsx";
import { halfHidden } from "../portal/door-pages.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { PortalBody } from "../portal/portal-page.ts";
import { openSession } from "../portal/portal-sessions.ts";
import { needsAccount, needsCode, type Visit } from "../portal/visit.ts";
import { sayProblem } from "../words/say-problem.ts";
import { ticketsIn } from "./kept-photos.ts";

const CARRIED = ["hash", "verdict", "choice", "words", "unmet", "pin", "pin-words"] as const;

/** Sure enough for a decision: go on, with the cookie of a device that has just proved itself; or the page that asks for it. */
export type Proof = { cookie: string | null } | PortalBody;

/** A new device types a code first where the project asks for it; all that was typed before travels along. */
export async function proveDecider(visit: Visit, form: PortalForm): Promise<Proof> {
  if (!needsCode(visit)) return { cookie: null };
  if (needsAccount(visit))
    throw new Problem(
      403,
      "account-needed",
      "Sign in first",
      "This project asks you to sign in with your account before you decide.",
    );
  const code = form.one("code");
  try {
    if (code !== "") return { cookie: await spend(visit, code) };
    await sendCode(visit.services, visit.visitor, visit.project.workspaceName);
    return askForCode(visit, form, null);
  } catch (error) {
    const told = sayProblem(visit.say, error);
    if (!told) throw error;
    return askForCode(visit, form, told.text);
  }
}

async function spend({ services, visitor, link }: Visit, code: string): Promise<string> {
  await spendTypedCode(services, visitor, code);
  const { workspaceId, personId } = visitor;
  const whose = { workspaceId, personId, linkId: link?.row.id ?? null, level: "code" as const };
  return services.database.inWorkspace(workspaceId, (tx) => openSession(tx, services.kit, whose));
}

function askForCode(visit: Visit, form: PortalForm, problem: string | null): PortalBody {
  const { say, request, formToken, visitor } = visit;
  const typed = CARRIED.flatMap((name) => form.all(name).map((value): [string, string] => [name, value]));
  const kept = ticketsIn(visit, form).map((ticket): [string, string] => ["kept", ticket]);
  const title = codeTitle(say);
  const body = createElement(CodeForm, {
    say,
    action: request.url,
    formToken,
    address: halfHidden(visitor.email),
    problem,
    sent: true,
    carried: [...typed, ...kept],
  });
  return {
    title,
    body: createElement("div", null, createElement("h1", null, title), body),
    status: problem ? 400 : 200,
  };
}
