import { revokeSessions } from "../clients/contact-access.store.ts";
import type { PortalForm } from "./portal-form.ts";
import type { Redirect } from "./portal-page.ts";
import { closingCookie } from "./portal-sessions.ts";
import type { Visit } from "./visit.ts";
import { changeLanguage } from "./visitor.store.ts";

type Chooser = Pick<Visit, "services" | "visitor" | "request" | "now" | "project">;

/** What the foot of every page offers: the language, and leaving on this device. */
export async function visitorChoice(visit: Chooser, form: PortalForm): Promise<Redirect | null> {
  const { services, visitor, request, now } = visit;
  const { workspaceId, personId, sessionId } = visitor;
  const language = form.one("language");
  if (language === "en" || language === "de") {
    await services.database.inWorkspace(workspaceId, (tx) =>
      changeLanguage(tx, workspaceId, personId, language),
    );
    return { to: request.url };
  }
  if (form.one("leave") !== "yes" || sessionId === null) return null;
  await services.database.inWorkspace(workspaceId, (tx) =>
    revokeSessions(tx, { workspaceId, id: sessionId }, now),
  );
  return { to: `/portal/${visit.project.workspaceSlug}/link`, cookie: closingCookie(services.kit) };
}
