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
];
