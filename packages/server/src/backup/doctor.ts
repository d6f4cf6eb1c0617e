import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import pg from "pg";
import { type Connection, ownerConfig } from "../db/connection.ts";
import { openDatabase } from "../db/database.ts";
import { pendingSteps, SchemaRefusal } from "../db/migrate.ts";
import { MIGRATIONS } from "../db/migrations/all.ts";
import { verifyAll } from "../evidence/verify-all.ts";
import { readSettings, type Settings, SettingsRefusal } from "../kit/settings.ts";
import { countUnread } from "../search/keep-search.ts";
import { failedMails, serverFacts, stepsSeen } from "./doctor.store.ts";
import { backupAge, diskSpace, storedFiles } from "./doctor-folder.ts";
import { plainFormats, storedBlobs } from "./tables.store.ts";

/** One thing looked at: `problem` needs somebody now, `note` is worth knowing. */
export interface Finding {
  about: string;
  state: "ok" | "note" | "problem";
  words: string;
}

export interface DoctorCalls {
  environment: Record<string, string | undefined>;
  now: Date;
  /** Reaches the database that the settings mean, and lets go of it again. */
  reach(settings: Settings): Promise<{ connection: Connection; stop(): Promise<void> }>;
}

/** Looks at everything that Milepost stands on and changes nothing. */
export async function doctor(calls: DoctorCalls): Promise<Finding[]> {
  let settings: Settings;
  try {
    settings = readSettings(calls.environment);
  } catch (error) {
    if (!(error instanceof SettingsRefusal)) throw error;
    return [{ about: "settings", state: "problem", words: error.message }];
  }
  return [
    { about: "settings", state: "ok", words: `Links in mails begin with ${settings.baseUrl}.` },
    mailFinding(settings),
    dataFolder(settings.dataDir),
    ...(await databaseFindings(calls, settings)),
    ...(await diskSpace(settings.dataDir)),
    backupAge(settings.dataDir, calls.now),
  ];
}

/** 0: all well or only notes; 1: something needs somebody. */
export function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some((finding) => finding.state === "problem") ? 1 : 0;
}

export function asLines(findings: readonly Finding[]): string[] {
  const marks = { ok: "ok     ", note: "note   ", problem: "PROBLEM" };
  return findings.map(({ about, state, words }) => `${marks[state]}  ${about}: ${words}`);
}

function mailFinding({ smtpUrl }: Settings): Finding {
  return smtpUrl
    ? { about: "mail", state: "ok", words: "A mail server is set." }
    : {
        about: "mail",
        state: "note",
        words: "No SMTP_URL: mails wait in the outbox, links are handed over by hand.",
      };
}

function dataFolder(dataDir: string): Finding {
  const about = "data folder";
  const folder = resolve(dataDir);
  if (!existsSync(folder))
    return { about, state: "note", words: "It is not there yet; the first start makes it." };
  const open = (statSync(folder).mode & 0o022) !== 0;
  return open
    ? {
        about,
        state: "problem",
        words: "Other users of this machine may write into it. Take that right away (chmod go-w).",
      }
    : { about, state: "ok", words: "It is there and only its owner writes into it." };
}

async function databaseFindings(calls: DoctorCalls, settings: Settings): Promise<Finding[]> {
  try {
    const reached = await calls.reach(settings);
    try {
      return await findingsAt(reached.connection, settings);
    } finally {
      await reached.stop();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : "no reason given";
    return [{ about: "database", state: "problem", words: `It cannot be reached: ${why}` }];
  }
}

async function findingsAt(connection: Connection, settings: Settings): Promise<Finding[]> {
  const client = new pg.Client(ownerConfig(connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { findings, hasRecord } = await lookInside(client, settings);
    if (!hasRecord) return findings;
    return [...findings, await searchFinding(connection), await sealFinding(connection, settings.dataDir)];
  } finally {
    await client.end();
  }
}

async function lookInside(
  client: pg.Client,
  settings: Settings,
): Promise<{ findings: Finding[]; hasRecord: boolean }> {
  await plainFormats(client);
  const facts = await serverFacts(client);
  const steps = await stepsSeen(client);
  const schema = stepsFinding(steps);
  const findings = [serverFinding(facts), roleFinding(facts, settings), schema];
  if (steps === null || steps.length === 0 || !facts.owns) return { findings, hasRecord: false };
  const failed = await failedMails(client);
  if (failed > 0)
    findings.push({
      about: "mail",
      state: "note",
      words: `${failed} mails could not be sent; see the outbox.`,
    });
  findings.push(...(await storedFiles(settings.dataDir, await storedBlobs(client))));
  // Seals are read as this version writes them, so a database of an earlier one is updated first.
  return { findings, hasRecord: schema.state === "ok" };
}

function serverFinding({ version, number }: { version: string; number: number }): Finding {
  return number >= 150_000
    ? { about: "database", state: "ok", words: `PostgreSQL ${version} answers.` }
    : {
        about: "database",
        state: "problem",
        words: `PostgreSQL ${version} is too old; Milepost needs 15 or newer.`,
      };
}

function roleFinding({ owns, bypasses }: { owns: boolean; bypasses: boolean }, settings: Settings): Finding {
  const about = "database role";
  if (!owns)
    return {
      about,
      state: "problem",
      words: "It does not own Milepost's tables; backups and updates need the owner.",
    };
  if (bypasses && settings.databaseUrl)
    return {
      about,
      state: "problem",
      words: "It can bypass row-level security. Use one made with: create role milepost login createrole.",
    };
  return { about, state: "ok", words: "It owns the tables and cannot bypass row-level security." };
}

function stepsFinding(steps: { name: string; checksum: string }[] | null): Finding {
  const about = "schema";
  if (steps === null || steps.length === 0)
    return { about, state: "note", words: "Empty: the first start creates the tables." };
  try {
    const waiting = pendingSteps(steps, MIGRATIONS);
    const words = `${waiting.length} steps wait for the next start, which takes a backup first.`;
    return waiting.length > 0
      ? { about, state: "note", words }
      : { about, state: "ok", words: `Up to date (${steps.at(-1)?.name}).` };
  } catch (error) {
    if (error instanceof SchemaRefusal) return { about, state: "problem", words: error.message };
    throw error;
  }
}

/** Whether everything is found as it is written. What a running Milepost has not read yet it reads within seconds, all else in the night. */
async function searchFinding(connection: Connection): Promise<Finding> {
  const about = "search";
  const database = openDatabase(connection, () => undefined, 1);
  try {
    const unread = await countUnread(database.maintenance);
    return unread === 0
      ? { about, state: "ok", words: "Everything is found as it is written." }
      : {
          about,
          state: "note",
          words: `${unread} things are not found as they are written; a running Milepost reads them by itself.`,
        };
  } finally {
    await database.close();
  }
}

/** Every seal from the first one on and every approval, as `milepost verify` does it. */
async function sealFinding(connection: Connection, dataDir: string): Promise<Finding> {
  const about = "record";
  const database = openDatabase(connection, () => undefined, 1);
  try {
    const { events: history, approvals, deliveries } = await verifyAll(database, resolve(dataDir));
    const [first] = history.faults;
    if (first)
      return {
        about,
        state: "problem",
        words: `Altered after it was sealed: record ${first.n} of chain ${first.chain}. ${first.why}`,
      };
    const [approval] = approvals.faults;
    if (approval)
      return {
        about,
        state: "problem",
        words: `Altered after it was sealed: ${approval.record} of approval ${approval.number ?? approval.approvalId}. ${approval.why}`,
      };
    const [delivery] = deliveries.faults;
    if (delivery)
      return {
        about,
        state: "problem",
        words: `Altered after it was sealed: delivery record ${delivery.hash.slice(0, 12)} of project ${delivery.projectId}. ${delivery.why}`,
      };
    const { events, chains, unsealed } = history;
    const waiting = unsealed > 0 ? ` ${unsealed} newer ones wait to be sealed while Milepost runs.` : "";
    return {
      about,
      state: "ok",
      words: `${events} sealed events in ${chains} chains and ${approvals.approvals} approvals are as they were written.${waiting}`,
    };
  } finally {
    await database.close();
  }
}
