import { createElement } from "react";
import { z } from "zod";
import { password } from "../kit/fields.ts";
import { choosePassword, spendSignInLink } from "./accounts.ts";
import { PasswordPage, SignInPage } from "./entry.page.tsx";
import { mailEntryLink } from "./entry-links.ts";
import { ClosedLink } from "./find-visit.ts";
import type { LinkState } from "./person-links.ts";
import type { LinkPage, Redirect } from "./portal-page.ts";
import { portalHref, type Visit } from "./visit.ts";

/** Comes in once, within 15 minutes; looking at it does not use it up. */
export const signInLinkPage: LinkPage = {
  path: "/s/:token",
  kind: "sign-in",
  async show(visit) {
    ownLink(visit);
    return { title: visit.say("Sign in"), body: createElement(SignInPage, { visit }) };
  },
  async act(visit) {
    return letIn(visit, await spendSignInLink(visit.services, ownLink(visit)));
  },
  again: (visit) => mailAgain(visit, "sign-in"),
};

/** Where a project asks for an account, its people choose the password for it here. */
export const accountLinkPage: LinkPage = {
  path: "/a/:token",
  kind: "account",
  async show(visit) {
    ownLink(visit);
    return { title: visit.say("Choose a password"), body: createElement(PasswordPage, { visit }) };
  },
  async act(visit, form) {
    const wish = z.object({ password: password() }).parse({ password: form.one("password") });
    return letIn(visit, await choosePassword(visit.services, ownLink(visit), wish.password));
  },
  again: (visit) => mailAgain(visit, "account"),
};

function ownLink({ link, visitor }: Visit) {
  if (!link || visitor.side !== "client") throw new ClosedLink(null);
  return { link: link.row, personId: visitor.personId };
}

function letIn(visit: Visit, cookie: string | null): Redirect {
  if (cookie) return { to: portalHref(visit), cookie };
  throw new ClosedLink(asUsed(visit));
}

function asUsed({ link, visitor }: Visit) {
  const { personId: id, name, email, language, zone, side } = visitor;
  const state: LinkState = "used";
  return link && { link: link.row, person: { id, name, email, language, zone, side }, state };
}

function mailAgain({ services, visitor, project }: Visit, kind: "sign-in" | "account"): Promise<void> {
  const { workspaceId, personId } = visitor;
  return services.database.inWorkspace(workspaceId, (tx) =>
    mailEntryLink(tx, services.kit, kind, { workspaceId, personId, projectId: project.id }),
  );
}
