/** The ready switches of a project in the order of its page, each with the number of days that it begins with, or without a number. */
const USUAL_DAYS = {
  items_done: null,
  started_without_people: null,
  started_without_estimate: null,
  blocked: 3,
  due_not_begun: null,
  doing_untouched: 5,
  done_archived: 14,
  criteria_met: null,
  milestone_reached: null,
  request_answered: null,
} as const;

export type SwitchCode = keyof typeof USUAL_DAYS;

export const SWITCH_CODES = Object.keys(USUAL_DAYS).filter((key): key is SwitchCode => key in USUAL_DAYS);
export const MOST_DAYS = 90;

export function usualDays(code: SwitchCode): number | null {
  return USUAL_DAYS[code];
}
