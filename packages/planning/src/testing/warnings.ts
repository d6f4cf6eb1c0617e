import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { earlyWarnings } from "../warnings/early-warnings.ts";
import type { WarningCode, WarningFacts, WarningMilestone } from "../warnings/warning.ts";
import { TODAY } from "./plans.ts";

/** Mon 4 to Fri 29 May, 20 working days: the last four begin on Tue 26 May. */
export const warned = (change: Partial<WarningMilestone> = {}): WarningMilestone => ({
  id: "m1",
  state: "active",
  startOn: "2026-05-04",
  targetOn: "2026-05-29",
  parentId: null,
  touchedOn: TODAY,
  criteria: { open: 2, of: 3 },
  adjusted: 0,
  ...change,
});
/** A plan of which there is nothing to warn. */
export const QUIET: WarningFacts = {
  today: TODAY,
  calendar: createCalendar({ week: DEFAULT_WEEK }),
  paused: false,
  milestones: [warned()],
  forecasts: new Map(),
  work: [],
  hoursUntil: () => 600,
  predecessors: [],
  clientItems: [],
  reviews: { missedOn: null, skipped: 0, heldOn: "2026-05-04", silentDays: null },
};
export const codesOf = (change: Partial<WarningFacts>): WarningCode[] =>
  earlyWarnings({ ...QUIET, ...change }).map(({ because }) => because.code);
