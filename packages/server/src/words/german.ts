import { germanAcceptance } from "./german/acceptance.ts";
import { germanChanges } from "./german/changes.ts";
import { germanClientQuotes } from "./german/client-quotes.ts";
import { germanClientRequests } from "./german/client-requests.ts";
import { germanClosing } from "./german/closing.ts";
import { germanDecisionLog } from "./german/decision-log.ts";
import { germanDecisionMails } from "./german/decision-mails.ts";
import { germanDecisions } from "./german/decisions.ts";
import { germanEntry } from "./german/entry.ts";
import { germanEvidence } from "./german/evidence.ts";
import { germanFeeds } from "./german/feeds.ts";
import { germanHome } from "./german/home.ts";
import { germanInput } from "./german/input.ts";
import { germanLetters } from "./german/letters.ts";
import { germanMail } from "./german/mail.ts";
import { germanNotices } from "./german/notices.ts";
import { germanPeople } from "./german/people.ts";
import { germanPlanPages } from "./german/plan-pages.ts";
import { germanPortal } from "./german/portal.ts";
import { germanPublications } from "./german/publications.ts";
import { germanReports } from "./german/reports.ts";
import { germanReviewPart } from "./german/review-part.ts";
import { germanReviewMails } from "./german/reviews.ts";

/** Every English text that clients can read, with its German twin; a text without one does not compile. */
export const GERMAN = {
  ...germanAcceptance,
  ...germanChanges,
  ...germanClientQuotes,
  ...germanClientRequests,
  ...germanClosing,
  ...germanEntry,
  ...germanDecisions,
  ...germanDecisionLog,
  ...germanDecisionMails,
  ...germanEvidence,
  ...germanFeeds,
  ...germanHome,
  ...germanInput,
  ...germanLetters,
  ...germanMail,
  ...germanNotices,
  ...germanPeople,
  ...germanPlanPages,
  ...germanPortal,
  ...germanPublications,
  ...germanReports,
  ...germanReviewPart,
  ...germanReviewMails,
} as const;
