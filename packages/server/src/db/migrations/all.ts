import { foundation } from "./001-foundation.ts";
import { quickAccess } from "./002-quick-access.ts";
import { leanIndexes } from "./003-lean-indexes.ts";
import { plainIdempotency } from "./004-plain-idempotency.ts";
import { planVersions } from "./005-plan-versions.ts";
import { forecasts } from "./006-forecasts.ts";
import { holidaysByPlace } from "./007-holidays-by-place.ts";
import { workingTime } from "./008-working-time.ts";
import { templates } from "./009-templates.ts";
import { forecastOutcomes } from "./010-forecast-outcomes.ts";
import { clientAnswers } from "./011-client-answers.ts";
import { portalAccess } from "./012-portal-access.ts";
import { publications } from "./013-publications.ts";
import { approvals } from "./014-approvals.ts";
import { clientRequests } from "./015-client-requests.ts";
import { changesAndPayments } from "./016-changes-and-payments.ts";
import { mailBothWays } from "./017-mail-both-ways.ts";
import { reviews } from "./018-reviews.ts";
import { adjustmentsAndNotices } from "./019-adjustments-and-notices.ts";
import { inbox } from "./020-inbox.ts";
import { reports } from "./021-reports.ts";
import { closing } from "./022-closing.ts";
import { portalViews } from "./023-portal-views.ts";
import { dailyWork } from "./024-daily-work.ts";
import { search } from "./025-search.ts";
import type { Migration } from "./migration.ts";

/** In order, forward only; a released step is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  quickAccess,
  leanIndexes,
  plainIdempotency,
  planVersions,
  forecasts,
  holidaysByPlace,
  workingTime,
  templates,
  forecastOutcomes,
  clientAnswers,
  portalAccess,
  publications,
  approvals,
  clientRequests,
  changesAndPayments,
  mailBothWays,
  reviews,
  adjustmentsAndNotices,
  inbox,
  reports,
  closing,
  portalViews,
  dailyWork,
  search,
];
