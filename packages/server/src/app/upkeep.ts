import type { Services } from "../access/route.ts";
import { verify } from "../events/verify.ts";
import { collectFiles } from "../files/collect.ts";
import { thinForecasts } from "../forecasts/forecasts.store.ts";
import { oldestKept } from "../projects/trash.ts";
import { readEverything } from "../search/keep-search.ts";
import { keepDates } from "./daily-snapshots.ts";
import { extendTakenHolidays } from "./holiday-years.ts";
import { forgetAttempts, forgetIdempotencyKeys, forgetSessions, purge, trashBefore } from "./upkeep.store.ts";
import { forgetCodes, forgetContactSessions, forgetLinks, forgetViews } from "./upkeep-access.store.ts";

const DAY = 86_400_000;
const BATCH = 200;

/** What the house does every night, each part on its own: one that fails does not keep the others from their work. */
export const UPKEEP = {
  "purge-trash": purgeTrash,
  "collect-files": collectFiles,
  "verify-history": verifyHistory,
  "forget-requests": forgetRequests,
  "forget-ways-in": forgetWaysIn,
  "keep-dates": keepDates,
  "thin-forecasts": thinOldForecasts,
  "extend-holidays": extendTakenHolidays,
  "read-for-search": readForSearch,
} as const satisfies Record<string, (services: Services) => Promise<void>>;

/** Things whose 30 days in the trash are over. */
async function purgeTrash({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (let last = BATCH; last === BATCH; ) {
    last = await database.maintenance.transaction().execute(async (tx) => {
      const over = await trashBefore(tx, oldestKept(now), BATCH);
      for (const thing of over) await purge(tx, thing, now);
      return over.length;
    });
  }
}

/** The daily look at the chains; what is found is an error in the log, by record. */
async function verifyHistory({ database, kit }: Services): Promise<void> {
  const { faults, ...counts } = await verify(database);
  for (const fault of faults) kit.log.error(fault, "the history was altered");
  kit.log.info({ ...counts, faults: faults.length }, "history verified");
}

/** Search follows events; whatever one of them did not say is found out here, and nothing stays wrong for longer than a day. */
async function readForSearch(services: Services): Promise<void> {
  const changed = await readEverything(services);
  services.kit.log.info({ changed }, "search read everything");
}

/** Idempotency keys after a day, counted sign-in tries after a day, sessions when they have ended. */
async function forgetRequests({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  const yesterday = new Date(now.getTime() - DAY);
  await forgetIdempotencyKeys(database.maintenance, yesterday);
  await forgetAttempts(database.maintenance, yesterday);
  await forgetSessions(database.maintenance, now);
}

/** What opens nothing any more and is no evidence; the view log has a year, and so has a link that says why it is shut. */
async function forgetWaysIn({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  const lastYear = new Date(now.getTime() - 365 * DAY);
  await forgetContactSessions(database.maintenance, now);
  await forgetCodes(database.maintenance, new Date(now.getTime() - DAY));
  await forgetViews(database.maintenance, lastYear);
  await forgetLinks(database.maintenance, lastYear);
}

/** After 90 days one forecast a week is enough to tell how dates moved. */
async function thinOldForecasts({ database, kit }: Services): Promise<void> {
  await thinForecasts(database.maintenance, new Date(kit.clock.now().getTime() - 90 * DAY));
}
