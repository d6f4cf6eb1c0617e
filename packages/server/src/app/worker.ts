import type { Services } from "../access/route.ts";
import { askCheckIns } from "../check-ins/ask.ts";
import type { Database } from "../db/database.ts";
import { giveBackLease, holdLease } from "../db/leases.ts";
import { sealPending } from "../events/sealer.ts";
import { ForecastThread } from "../forecasts/beside.ts";
import { fillInboxes } from "../inbox/fill-inboxes.ts";
import { tellWarnings } from "../inbox/tell-warnings.ts";
import { closeOrphanRounds } from "../input/input-rounds.ts";
import { newId } from "../kit/id.ts";
import type { Secret } from "../kit/secret.ts";
import { sendDueMails } from "../mail/mail-sender.ts";
import type { MailTransport } from "../mail/mail-transport.ts";
import { tellPublications } from "../publications/tell-publications.ts";
import { fetchMailbox } from "../replies/mailbox.ts";
import { takeInSpooled } from "../replies/take-in.ts";
import { keepReviews } from "../reviews/occurrences.ts";
import { runDaySwitches } from "../routines/day-switches.ts";
import { makeRecurringCards } from "../routines/make-cards.ts";
import { runSwitches } from "../routines/run-switches.ts";
import { keepSearch } from "../search/keep-search.ts";
import { mailClientMessages } from "./client-messages.ts";
import { mailClientTalk } from "./client-talk.ts";
import { keepChangedDates } from "./daily-snapshots.ts";
import { followUp } from "./follow-up.ts";
import { forecastToday, forecastWhatChanged } from "./forecasts.ts";
import { mailMentions } from "./mentions.ts";
import { startSchedules } from "./schedules.ts";

export interface WorkerWish {
  /** Null without a mail server: mails wait in the outbox. */
  transport: MailTransport | null;
  /** The mailbox in which answers arrive. */
  mailbox?: Secret | null;
  /** Nightly jobs; tests run the jobs themselves. */
  schedules?: boolean;
}

export interface Worker {
  stop(): Promise<void>;
}

const LEASE = "worker";
const LEASE_SECONDS = 8;
/** What the worker of each database could not do the last time it tried. */
const failing = new WeakMap<Database, Set<string>>();

/** "ok", or what the worker of this process could not do the last time it tried. */
export function workerState(database: Database): string {
  const names = [...(failing.get(database) ?? [])];
  return names.length === 0 ? "ok" : `The worker could not ${names.join(", ")}.`;
}

/** Carries out what follows from events; of several processes one holds the lease and works, each sends mail. */
export function startWorker(
  services: Services,
  { transport, mailbox = null, schedules = true }: WorkerWish,
): Worker {
  const { database, kit } = services;
  const holder = newId();
  const names = new Set<string>();
  failing.set(database, names);
  const thread = new ForecastThread();
  let mine = false;
  const say = saying(names, services);
  const whileMine = (pause: number, name: string, work: () => Promise<unknown>) =>
    every(pause, name, say, async () => {
      if (mine) await work();
    });
  const turns = [
    every(3_000, "hold its lease", say, async () => {
      mine = await holdLease(database.maintenance, LEASE, holder, LEASE_SECONDS);
    }),
    whileMine(400, "seal events", async () => {
      while ((await sealPending(database)) > 0);
    }),
    whileMine(1_000, "mail mentions", () => mailMentions(services)),
    whileMine(1_000, "mail what clients write", () => mailClientTalk(services)),
    whileMine(1_000, "mail what is written to clients", () => mailClientMessages(services)),
    whileMine(1_000, "fill the inboxes", () => fillInboxes(services)),
    whileMine(500, "keep what search finds", () => keepSearch(services)),
    whileMine(60_000, "tell early warnings", () => tellWarnings(services)),
    whileMine(1_000, "tell of publications", () => tellPublications(services)),
    whileMine(3_000, "keep the dates of the day", () => keepChangedDates(services)),
    whileMine(1_000, "forecast", () => forecastWhatChanged(services, thread)),
    whileMine(60_000, "forecast the new day", () => forecastToday(services, thread)),
    whileMine(3_000, "take back what was not published", () => closeOrphanRounds(services)),
    whileMine(20_000, "follow up with clients", () => followUp(services)),
    whileMine(10_000, "plan reviews and remind of them", () => keepReviews(services)),
    whileMine(5_000, "ask the questions of check-ins", () => askCheckIns(services)),
    whileMine(5_000, "make cards that recur", () => makeRecurringCards(services)),
    whileMine(1_000, "do what follows by itself", () => runSwitches(services)),
    whileMine(60_000, "do what days bring by themselves", () => runDaySwitches(services)),
    every(2_000, "send mail", say, async () => {
      if (transport) await sendDueMails(database, kit, transport);
    }),
    whileMine(2_000, "take mail in", async () => kit.mail.answersTo && takeInSpooled(services)),
    whileMine(30_000, "read the mailbox", async () => mailbox && fetchMailbox(kit, mailbox)),
  ];
  const nightly = schedules
    ? onceBegun(2_000, "start its nightly jobs", say, () => startSchedules(services))
    : null;
  return {
    async stop() {
      await Promise.all(turns.map((turn) => turn.stop()));
      await nightly?.stop();
      await thread.stop();
      await giveBackLease(database.maintenance, LEASE, holder).catch(() => undefined);
      failing.delete(database);
    },
  };
}

/** Keeps what fails, and says it once when it begins, not at every turn: a database that is away for a night must not fill the disk. */
function saying(names: Set<string>, { kit }: Services): (name: string, error: unknown) => void {
  return (name, error) => {
    if (error === null) names.delete(name);
    else if (!names.has(name)) {
      names.add(name);
      kit.log.warn({ kind: error instanceof Error ? error.name : typeof error }, `could not ${name}`);
    }
  };
}

/** Tries until it has begun: a database that is away at the start costs time, not the nightly jobs. */
function onceBegun(
  pause: number,
  name: string,
  say: (name: string, error: unknown) => void,
  begin: () => Promise<{ stop(): Promise<void> }>,
): { stop(): Promise<void> } {
  let begun: { stop(): Promise<void> } | null = null;
  const tries = every(pause, name, say, async () => {
    begun ??= await begin();
  });
  return {
    async stop() {
      await tries.stop();
      await begun?.stop();
    },
  };
}

/** One turn after the other, never two at once; stopping waits for the turn that runs. */
function every(
  pause: number,
  name: string,
  say: (name: string, error: unknown) => void,
  work: () => Promise<void>,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const turn = () => {
    running = work()
      .then(
        () => say(name, null),
        (error: unknown) => say(name, error),
      )
      .then(() => {
        if (!stopped) timer = setTimeout(turn, pause);
      });
  };
  turn();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
