import type { Shape } from "./api.ts";
import { dayText } from "./dates.ts";

type Reason = Shape<"HealthReason">;

const count = (number: number | undefined, one: string, many = `${one}s`) =>
  `${number ?? 0} ${number === 1 ? one : many}`;
const onDay = (day: string | undefined) => (day ? dayText(day) : "an unknown day");

const atWorst = ({ days }: Reason) => (days ? `up to ${count(days, "day")}` : "under a day");

/** What the date hangs on, and what would change that. */
const DRIVERS: Record<NonNullable<Reason["kind"]>, (reason: Reason) => string> = {
  card: (reason) => `“${reason.name}” can cost ${atWorst(reason)}. Split it, or estimate it again.`,
  person: (reason) =>
    `${reason.name} does one thing at a time, which can cost ${atWorst(reason)}. Give a card to somebody else, or find more hours.`,
  risk: (reason) => `The risk “${reason.name}” can cost ${atWorst(reason)}. A response would lower it.`,
  request: (reason) => `“${reason.name}” from the client can cost ${atWorst(reason)}. A call may help.`,
  client: (reason) =>
    `The client's answer to “${reason.name}” can cost ${atWorst(reason)}. Agree how soon it comes.`,
  scope: (reason) => `Work that is found late can cost ${atWorst(reason)}. Answer additions with a date.`,
};

const SENTENCES: Record<Reason["code"], (reason: Reason) => string> = {
  reached: ({ on }) => (on ? `Reached on ${dayText(on)}.` : "Reached."),
  project_paused: () => "The project is paused. Resume it to follow its dates again.",
  no_target: () => "It has no target date yet. Give it one.",
  no_forecast: () =>
    "No forecast says yet when it will land. Its open cards and target date show what is left.",
  overdue: ({ days }) =>
    `${count(days, "day")} past its target date. Reach it, or move the date with a reason.`,
  client_item: ({ days, name }) =>
    `Waiting for ${name ? `“${name}”` : "the client"}${days ? `, asked ${count(days, "day")} ago` : ""}.`,
  few_estimates: ({ estimated, needed }) =>
    `${count(estimated, "card")} with an estimate; ${needed ?? 3} are needed for a forecast.`,
  likely_late: ({ days, on }) => `Likely by ${onDay(on)}, ${count(days, "day")} after the target date.`,
  safe_date_late: ({ days, on }) => `Safe by ${onDay(on)}, ${count(days, "day")} after the target date.`,
  driver: (reason) => DRIVERS[reason.kind ?? "card"](reason),
  in_time: ({ on }) => (on ? `Safe by ${dayText(on)}, in time.` : "In time."),
};

/** A reason of a health word as a sentence that also says what would change it. */
export function reasonText(reason: Reason): string {
  return SENTENCES[reason.code](reason);
}
