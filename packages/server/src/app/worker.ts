import type { Services } from "../access/route.ts";
import type { Database } from "../db/database.ts";
import { giveBackLease, holdLease } from "../db/leases.ts";
import { sealPending } from "../events/sealer.ts";
import { newId } from "../kit/id.ts";
import { sendDueMails } from "../mail/mail-sender.ts";
import type { MailTransport } from "../mail/mail-transport.ts";
import { mailMentions } from "./mentions.ts";
import { startSchedules } from "./schedules.ts";

export interface WorkerWish {
  /** Null without a mail server: mails wait in the outbox. */
  transport: MailTransport | null;
  /** Nightly jobs; tests run the jobs themselves. */
  schedules?: boolean;
}

export interface Worker {
  stop(): Promise<void>;
}

const LEASE = "worker";
const LEASE_SECONDS = 8;
const states = new WeakMap<Database, Map<string, string>>();

/** "ok", or what the worker of this process could not do the last time it tried. */
export function workerState(database: Database): string {
  const state = states.get(database);
  if (!state) return "ok";
  return [...state.values()].find((said) => said !== "ok") ?? "ok";
}

/** Carries out what follows from events; of several processes one holds the lease and works, each sends mail. */
export function startWorker(services: Services, { transport, schedules = true }: WorkerWish): Worker {
  const { database, kit } = services;
  const holder = newId();
  const state = new Map<string, string>();
  states.set(database, state);
  let mine = false;
  const say = (name: string, error: unknown) => {
    const before = state.get(name) ?? "ok";
    state.set(name, error === null ? "ok" : `The worker could not ${name}.`);
    // Once when it begins, not at every turn: a database that is away for a night must not fill the disk.
    if (error !== null && before === "ok")
      kit.log.warn({ kind: error instanceof Error ? error.name : typeof error }, `could not ${name}`);
  };
  const turns = [
    every(3_000, "hold its lease", say, async () => {
      mine = await holdLease(database.maintenance, LEASE, holder, LEASE_SECONDS);
    }),
    every(400, "seal events", say, async () => {
      if (mine) while ((await sealPending(database)) > 0);
    }),
    every(1_000, "mail mentions", say, async () => {
      if (mine) await mailMentions(services);
    }),
    every(2_000, "send mail", say, async () => {
      if (transport) await sendDueMails(database, kit, transport);
    }),
  ];
  const nightly = schedules
    ? startSchedules(services).catch((error) => say("start its nightly jobs", error))
    : null;
  return {
    async stop() {
      await Promise.all(turns.map((turn) => turn.stop()));
      await (await nightly)?.stop();
      await giveBackLease(database.maintenance, LEASE, holder).catch(() => undefined);
      states.delete(database);
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
