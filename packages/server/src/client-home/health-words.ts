import type { Message } from "../words/say.ts";
import type { ProjectHealth } from "./client-plan.ts";

/** Neutral, and never about who is behind it. */
export const SENTENCES: Readonly<Record<ProjectHealth["sentence"], Message>> = {
  reached: "Everything that was planned is reached.",
  paused: "The project rests at the moment.",
  in_time: "The next steps are expected on their dates.",
  may_be_later: "The date can be kept; a little later is possible too.",
  expected_later: "It is expected a little later than planned.",
  date_has_passed: "Its date has passed; a new one follows.",
  waiting_for_client: "The next step waits for something from your side.",
  too_early: "We say more as soon as enough of it is done.",
};
