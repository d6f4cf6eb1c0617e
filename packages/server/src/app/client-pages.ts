import { decisionPages } from "../approvals/decision-pages.ts";
import { askMorePage } from "../change-requests/ask-more-page.ts";
import { homePages } from "../client-home/home-pages.ts";
import { projectsPage } from "../client-home/projects-page.ts";
import { requestPages } from "../client-requests/request-pages.ts";
import { clientQuotePages } from "../closing/client-quote-page.ts";
import { decisionLogPage } from "../decision-log/decision-log-page.ts";
import { evidencePages } from "../evidence/evidence-pages.ts";
import { calendarPage } from "../feeds/calendar-page.ts";
import { inputPage } from "../input/input-page.ts";
import { accountLinkPage, signInLinkPage } from "../portal/entry-pages.ts";
import { homeLinkPage } from "../portal/home-link-page.ts";
import type { PortalPage } from "../portal/portal-page.ts";
import { portalPages } from "../portal/portal-pages.ts";
import { reportPages } from "../reports/report-page.ts";
import { reviewPages } from "../reviews/review-pages.ts";

/** Every page that people of a client can open. */
const PAGES: readonly PortalPage[] = [
  homeLinkPage,
  inputPage,
  ...homePages,
  ...requestPages,
  askMorePage,
  signInLinkPage,
  accountLinkPage,
  decisionLogPage,
  ...decisionPages,
  ...evidencePages,
  ...reportPages,
  ...reviewPages,
  ...clientQuotePages,
  calendarPage,
];

export const clientPages = portalPages(PAGES, projectsPage);
