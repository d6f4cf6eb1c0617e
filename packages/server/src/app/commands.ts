import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { backup, backupName } from "../backup/backup.ts";
import { asLines, doctor, exitCodeOf } from "../backup/doctor.ts";
import { restore } from "../backup/restore.ts";
import { verifyAll } from "../evidence/verify-all.ts";
import { verifyFile } from "../evidence/verify-file.ts";
import { runImport } from "../imports/imports.ts";
import { systemClock } from "../kit/clock.ts";
import { readSettings } from "../kit/settings.ts";
import { VERSION } from "../kit/version.ts";
import { promote, rescueLink } from "../people/account-rescue.ts";
import { addSample, removeSample } from "../sample/sample.ts";
import { asOwner, CommandRefusal, reachDatabase, withInstallation } from "./command-place.ts";
import { openApiDocument } from "./openapi-document.ts";

export interface Command {
  usage: string;
  does: string;
  /** Prints what it did; the number is the exit code. */
  run(args: string[]): Promise<number>;
}

export const COMMANDS: Record<string, Command> = {
  backup: {
    usage: "backup [FILE]",
    does: "everything in one checked archive, while Milepost runs",
    run: runBackup,
  },
  restore: {
    usage: "restore FILE",
    does: "an archive into an empty MILEPOST_DATA or DATABASE_URL",
    run: runRestore,
  },
  verify: {
    usage: "verify [RECORD [FILE...]]",
    does: "is the recorded history unaltered, or a record of an approval (--head HASH)?",
    run: (args) => (args.length > 0 ? runVerifyRecord(args) : runVerify()),
  },
  doctor: { usage: "doctor", does: "is this installation healthy?", run: runDoctor },
  import: { usage: "import trello FILE", does: "a Trello board as a project", run: runTrello },
  sample: {
    usage: "sample [--remove]",
    does: "a sample project with its people, or away with all of it",
    run: runSample,
  },
  user: {
    usage: "user reset-password|promote MAIL",
    does: "a link for a new password (--without-second-step), or a new owner",
    run: runUser,
  },
  openapi: { usage: "openapi [FILE]", does: "the API's description for tools", run: runOpenApi },
};

async function runBackup([file]: string[]): Promise<number> {
  const settings = readSettings(process.env);
  const dataDir = resolve(settings.dataDir);
  const now = systemClock.now();
  const target = resolve(file ?? join(dataDir, "backups", backupName(now)));
  const { connection, stop } = await reachDatabase(settings);
  try {
    const manifest = await backup({ connection, dataDir, version: VERSION, now }, target);
    print(
      `Backed up ${manifest.tables.length} tables and ${manifest.files.length} files, every hash checked: ${target}`,
    );
    const lost = manifest.lostFiles.length;
    if (lost > 0)
      print(`NOT in it: ${lost} files that are missing or damaged in the data folder; see milepost doctor.`);
    return lost > 0 ? 1 : 0;
  } finally {
    await stop();
  }
}

async function runRestore([file]: string[]): Promise<number> {
  if (!file) throw new CommandRefusal("Name the archive: milepost restore FILE");
  const settings = readSettings(process.env);
  const { connection, stop } = await reachDatabase(settings);
  try {
    const manifest = await restore(resolve(file), { connection, dataDir: resolve(settings.dataDir) });
    print(
      `Restored ${manifest.tables.length} tables and ${manifest.files.length} files, every hash checked.`,
    );
    return 0;
  } finally {
    await stop();
  }
}

async function runVerify(): Promise<number> {
  const verified = await withInstallation(({ database, kit }) => verifyAll(database, kit.dataDir));
  const { events: history, approvals, deliveries } = verified;
  print(`${history.events} records in ${history.chains} chains, ${history.unsealed} not sealed yet.`);
  print(`${approvals.approvals} approvals, ${approvals.unsealed} with news that are not sealed yet.`);
  print(`${deliveries.deliveries} delivery records, ${deliveries.unsealed} not sealed yet.`);
  for (const fault of history.faults)
    print(`ALTERED  chain ${fault.chain}, record ${fault.n} (event ${fault.eventId}): ${fault.why}`);
  for (const { record, field, number, approvalId, why } of approvals.faults)
    print(`ALTERED  ${record} of approval ${number ?? approvalId}${field ? `: ${field}` : ""}: ${why}`);
  for (const { projectId, hash, why } of deliveries.faults)
    print(`ALTERED  delivery record ${hash.slice(0, 12)} of project ${projectId}: ${why}`);
  const sound = Object.values(verified).every(({ faults }) => faults.length === 0);
  if (sound) print("The history is as it was recorded.");
  return sound ? 0 : 1;
}

/** Needs neither a database nor settings, so that it works on the machine of whoever got the record. */
async function runVerifyRecord(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { head: { type: "string" } },
    allowPositionals: true,
  });
  const [record, ...files] = positionals;
  if (!record) throw new CommandRefusal("Name the record: milepost verify RECORD [FILE...] [--head HASH]");
  const { lines, code } = await verifyFile({ record, files, head: values.head });
  for (const line of lines) print(line);
  return code;
}

async function runDoctor(): Promise<number> {
  const findings = await doctor({ environment: process.env, now: systemClock.now(), reach: reachDatabase });
  for (const line of asLines(findings)) print(line);
  return exitCodeOf(findings);
}

async function runTrello([kind, file]: string[]): Promise<number> {
  if (kind !== "trello" || !file) throw new CommandRefusal("Say: milepost import trello FILE");
  const document = readFileSync(resolve(file), "utf8");
  const report = await withInstallation((services) =>
    asOwner(services, (scope) => runImport(scope, { document, mapping: { lists: {}, members: {} } })),
  );
  const { project, added, already } = report;
  print(
    `${project.name} (${project.key}): ${added.cards} cards, ${added.archivedCards} archived, ${added.comments} comments; ${already} were there already.`,
  );
  for (const { count, words } of report.leftOut) print(`left out: ${count} x ${words}`);
  for (const note of report.notes) print(`note: ${note}`);
  return 0;
}

async function runSample([option]: string[]): Promise<number> {
  if (option !== undefined && option !== "--remove")
    throw new CommandRefusal("Say: milepost sample [--remove]");
  await withInstallation((services) => asOwner<unknown>(services, option ? removeSample : addSample));
  print(option ? "The sample project, its people and its clients are gone." : "The sample project is here.");
  return 0;
}

async function runUser([act, email, option]: string[]): Promise<number> {
  if (!email || (act !== "reset-password" && act !== "promote"))
    throw new CommandRefusal("Say: milepost user reset-password MAIL, or milepost user promote MAIL");
  await withInstallation(async (services) => {
    if (act === "promote")
      return print(
        (await promote(services, email)) ? "They are an owner now." : "They are an owner already.",
      );
    const link = await rescueLink(services, email, option === "--without-second-step");
    print(`Open this within an hour to choose a new password; it works once:\n${link}`);
  });
  return 0;
}

async function runOpenApi([file]: string[]): Promise<number> {
  const text = `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
  if (file) writeFileSync(file, text);
  else process.stdout.write(text);
  return 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
