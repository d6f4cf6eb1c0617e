import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Api, setUp } from "../e2e/account.ts";
import { inDays, projectOfRosa } from "../e2e/client-project.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { openDatabase } from "../packages/server/src/db/database.ts";
import { joinEmbedded } from "../packages/server/src/db/embedded.ts";
import type { Kit } from "../packages/server/src/kit/context.ts";
import { Secret } from "../packages/server/src/kit/secret.ts";
import { tellPublications } from "../packages/server/src/publications/tell-publications.ts";
import { median, type Row } from "./row.ts";

const RECIPIENTS = 50;
const ROUNDS = 9;

/** What follows when the two minutes of a publication are over: receipts and mails of all who are told, in one transaction. */
export async function noticeRows(): Promise<Row[]> {
  // Told by hand here, so the process itself must not be faster.
  const milepost = await startMilepost({ env: { PUBLISH_HOLD: "600" } });
  try {
    const api = await setUp(milepost.url);
    const { projectId, milestoneId } = await projectOfFifty(api);
    const { connection } = await joinEmbedded(milepost.dataDir);
    const database = openDatabase(connection, () => undefined);
    const kit = kitOf(milepost.url);
    const took: number[] = [];
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        if (round > 0) await move(api, milestoneId, inDays(30 + round - 1), inDays(30 + round));
        await publish(api, projectId);
        kit.ahead += DAY;
        const began = performance.now();
        const told = await tellPublications({ database, kit });
        took.push(performance.now() - began);
        if (told !== 1) throw new Error(`${told} publications were told`);
        await told50(api, projectId);
        await letLeave(database);
      }
    } finally {
      await database.close();
    }
    return [
      {
        name: `a notice is queued to ${RECIPIENTS} recipients`,
        value: median(took),
        unit: "ms",
        goal: "<= 200 ms",
        note: `slowest of ${ROUNDS}: ${Math.round(Math.max(...took))} ms`,
      },
    ];
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

const DAY = 86_400_000;

async function projectOfFifty(api: Api): Promise<{ projectId: string; milestoneId: string }> {
  const { projectId, clientId } = await projectOfRosa(api);
  for (let n = 3; n <= RECIPIENTS; n += 1) {
    const contact = { name: `Reader ${n}`, email: `reader${n}@rosa.test`, clientId };
    const { personId } = await api.call<{ personId: string }>("POST", "/contacts", contact);
    await api.call("PUT", `/projects/${projectId}/contacts/${personId}`, { role: "observer" });
  }
  const wanted = { title: "Shop is open", targetOn: inDays(30), audience: "client" };
  const { id } = await api.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, wanted);
  for (let n = 1; n < 8; n += 1)
    await api.call("POST", `/projects/${projectId}/milestones`, { ...wanted, title: `Stone ${n} laid` });
  return { projectId, milestoneId: id };
}

function move(api: Api, milestoneId: string, from: string, targetOn: string): Promise<unknown> {
  const body = { targetOn, expected: { startOn: null, targetOn: from }, reasonCode: "client_input_late" };
  return api.call("POST", `/milestones/${milestoneId}/date-change`, body);
}

async function publish(api: Api, projectId: string): Promise<void> {
  const { hash, last, draft } = await api.call<{ hash: string; last: number; draft: object }>(
    "GET",
    `/projects/${projectId}/publication-preview`,
  );
  const body = { ...draft, expectedHash: hash, expectedLast: last };
  await api.call("POST", `/projects/${projectId}/publications`, body);
}

async function told50(api: Api, projectId: string): Promise<void> {
  const { items } = await api.call<{ items: { recipients: unknown[] }[] }>(
    "GET",
    `/notices?projectId=${projectId}`,
  );
  const told = items[0]?.recipients.length;
  if (told !== RECIPIENTS) throw new Error(`${told} of ${RECIPIENTS} were told`);
}

/** Each round queues mails of its own, as on another day. */
async function letLeave(database: ReturnType<typeof openDatabase>): Promise<void> {
  await database.maintenance.updateTable("mails").set({ state: "sent" }).execute();
  await database.maintenance.updateTable("publications").set({ heldUntil: new Date() }).execute();
}

function kitOf(baseUrl: string): Kit & { ahead: number } {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const kit = {
    ahead: 0,
    clock: { now: () => new Date(Date.now() + kit.ahead) },
    log: quiet,
    baseUrl,
    dataDir: mkdtempSync(join(tmpdir(), "milepost-bench-")),
    linkKey: new Secret("a key for this bench alone"),
    authSecret: new Secret("a secret for this bench alone, and long enough"),
    mail: { configured: true, from: "Milepost <milepost@example.test>", answersTo: null },
    publishHoldMs: 600_000,
    readOnlyReason: () => null,
  };
  return kit;
}
