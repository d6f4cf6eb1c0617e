import type { PortfolioProjectView } from "./portfolio.view.ts";

type Reason = PortfolioProjectView["health"]["reasons"][number];

export const HEALTH_NAMES: Record<PortfolioProjectView["health"]["word"], string> = {
  off_track: "Off track",
  at_risk: "At risk",
  waiting_for_client: "Waiting for client",
  not_enough_data: "Not enough data",
  on_track: "On track",
  paused: "Paused",
  reached: "Reached",
};

const count = (n: number | undefined, one: string) => `${n ?? 0} ${n === 1 ? one : `${one}s`}`;

/** Why its word is what it is, without what would change it: on paper nobody can click. */
const REASONS: Record<Exclude<Reason["code"], "driver">, (reason: Reason) => string> = {
  reached: () => "reached",
  project_paused: () => "paused",
  no_target: () => "no target date",
  no_forecast: () => "no forecast yet",
  overdue: ({ days }) => `${count(days, "day")} past its date`,
  client_item: ({ days }) => `asked the client ${count(days, "day")} ago`,
  few_estimates: ({ estimated, needed }) => `${estimated ?? 0} of ${needed ?? 3} estimates for a forecast`,
  likely_late: ({ days }) => `likely ${count(days, "day")} late`,
  safe_date_late: ({ days }) => `safe date ${count(days, "day")} late`,
  in_time: () => "in time",
};

/** "Copy approved: 9 days past its date", and what else wants somebody there. */
export function whyInWords({
  health,
  milestones,
  silentDays,
  decisionsWaiting,
  counters,
  failed,
}: PortfolioProjectView): string {
  if (failed) return "It could not be counted";
  const driver = milestones.find(({ id }) => id === health.milestoneId)?.title;
  const [reason] = health.reasons;
  const first = reason && reason.code !== "driver" ? REASONS[reason.code](reason) : "";
  return [
    ...(first ? [driver ? `${driver}: ${first}` : first] : []),
    ...(silentDays === null ? [] : [`not reviewed for ${count(silentDays, "day")}`]),
    ...(decisionsWaiting > 0 ? [`${count(decisionsWaiting, "decision")} waiting`] : []),
    ...(counters.overdue > 0 ? [`${counters.overdue} overdue`] : []),
    ...(counters.blocked > 0 ? [`${counters.blocked} blocked`] : []),
  ].join("; ");
}
