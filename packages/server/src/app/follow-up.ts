import type { Services } from "../access/route.ts";
import { remindDeciders } from "../approvals/reminders.ts";
import { carryOutChanges } from "../change-requests/carry-out.ts";
import { remindOfWishes } from "../change-requests/wish-reminders.ts";
import { remindOfRequests } from "../client-requests/reminders.ts";
import { sendThanks } from "../closing/send-thanks.ts";
import { mailBundles } from "../inbox/bundles.ts";
import { tellOfReviews } from "../inbox/due-reviews.ts";
import { remindOfOwn } from "../inbox/reminders.ts";
import { makeScheduledReports } from "../reports/report-schedules.ts";

/** What follows from what clients said or have not said yet, and what the team hears in its own rhythm. */
export async function followUp(services: Services): Promise<void> {
  await remindOfRequests(services);
  await remindDeciders(services);
  await remindOfWishes(services);
  await carryOutChanges(services);
  await tellOfReviews(services);
  await remindOfOwn(services);
  await mailBundles(services);
  await sendThanks(services);
  await makeScheduledReports(services);
}
