import { createElement } from "react";
import type { ProjectPage } from "../portal/portal-page.ts";
import { portalHref } from "../portal/visit.ts";
import { markAllRead } from "../publications/receipts.store.ts";
import { say } from "./client-talk.ts";
import { filePage, filesPage } from "./files-page.ts";
import { seeMoments } from "./fresh.ts";
import { HomePage } from "./home.page.tsx";
import { readHome } from "./home.ts";
import { inviteObserver } from "./invite-observer.ts";
import { messagePage } from "./message-page.ts";
import { milestonePage } from "./milestone-page.ts";
import { planPage, planPdfPage } from "./plan-page.ts";
import { updatesPage } from "./updates-page.ts";

/** What somebody of a client sees first. */
const homePage: ProjectPage = {
  path: "/portal/:workspace/:project",
  logged: "home",
  seen: markAllRead,
  async show(visit) {
    const home = await readHome(visit);
    const { done } = visit.request.query as { done?: unknown };
    const notice =
      done === "invited"
        ? {
            kind: "notice" as const,
            text: visit.say("Thank you. If this address can be used here, a mail with a link is on its way."),
          }
        : null;
    const body = createElement(HomePage, { visit, home });
    return { title: visit.say("Home"), at: "home", notice, body, waiting: home.needs.mine.length };
  },
  act(visit, form) {
    const what = form.one("do");
    if (what === "seen") return seeMoments(visit, form);
    if (what === "invite") return inviteObserver(visit, form);
    return say(visit, form, { kind: "project", id: visit.project.id }, `${portalHref(visit)}#ask`);
  },
};

export const homePages: readonly ProjectPage[] = [
  homePage,
  planPage,
  planPdfPage,
  milestonePage,
  updatesPage,
  messagePage,
  filesPage,
  filePage,
];
