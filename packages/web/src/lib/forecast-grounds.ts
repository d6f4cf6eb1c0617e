import { ENOUGH_TO_COMPARE } from "@milepost/planning";
import { forecastText } from "./forecast-words.ts";
import type { Plan } from "./plan-query.ts";

/** What the dates of a milestone rest on, in sentences; none where there are no dates. */
export function groundsSentences({ forecastGrounds: grounds }: Plan, milestoneId: string): string[] {
  const own = grounds?.milestones.find(({ id }) => id === milestoneId);
  if (!grounds || !own) return [];
  const { pace, paceShare, compared, reached, corrected } = grounds;
  const honest = corrected ? [`Corrected by how the dates of ${reached} reached milestones held.`] : [];
  if (pace === null) return ["From the estimates; not enough finished work to compare yet.", ...honest];
  if (own.byPace === null) return ["From the estimates.", ...honest];
  const fast = `your pace of ${paceText(pace.cardsPerWeek)}`;
  const byPace = lower(forecastText(own.byPace));
  if (paceShare > 0)
    return [
      `From the estimates (${lower(forecastText(own.byEstimates))}) and from ${fast} (${byPace}).`,
      `The pace counts for ${Math.round(paceShare * 100)} %: so it fits how ${compared} reached milestones went.`,
      ...honest,
    ];
  return [
    `From the estimates. At ${fast} it would be ${byPace}.`,
    `The pace will count once ${ENOUGH_TO_COMPARE} reached milestones show which of the two comes closer (${compared} so far).`,
    ...honest,
  ];
}

/** "6 cards a week", "a card a week", "3 cards a month" where a week would have less than one. */
function paceText(cardsPerWeek: number): string {
  const weekly = Math.round(cardsPerWeek);
  if (weekly >= 2) return `${weekly} cards a week`;
  if (cardsPerWeek >= 0.95) return "a card a week";
  const monthly = Math.max(1, Math.round((cardsPerWeek * 52) / 12));
  return monthly === 1 ? "a card a month" : `${monthly} cards a month`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
