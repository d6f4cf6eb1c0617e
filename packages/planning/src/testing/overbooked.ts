import { type ForecastInput, NO_HISTORY } from "../forecast/plan-forecast.ts";
import type { Plan } from "../plan.ts";
import { card, milestone, person, plan } from "./plans.ts";

/** A Monday. */
export const MONDAY = "2026-04-27";

/** Jo works 4 hours from Monday to Thursday, is off on 1-5 May, and half of the time belongs elsewhere: 8 hours a week. */
export const JO = person({
  id: "jo",
  name: "Jo",
  percent: 50,
  calendar: {
    week: { mon: [[540, 780]], tue: [[540, 780]], wed: [[540, 780]], thu: [[540, 780]] },
    daysOff: [{ from: "2026-05-01", to: "2026-05-05" }],
  },
});

/** Four days of work that Jo has promised within two weeks. */
export function overbooked(change: Partial<Plan> = {}): ForecastInput {
  const cards = ["c1", "c2", "c3", "c4"].map((id, i) =>
    card({ id, likely: 480, low: null, high: null, position: `a${i}` }),
  );
  const milestones = [milestone({ startOn: MONDAY, targetOn: "2026-05-08" })];
  const base = {
    startOn: null,
    people: [person(), JO],
    milestones,
    cards,
    links: [],
    risks: [],
    client: null,
  };
  return { plan: plan({ ...base, ...change }), today: MONDAY, seed: 7, samples: 400, history: NO_HISTORY };
}
