import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { cut } from "../kit/cut.ts";
import { queueMail } from "../mail/mails.ts";
import { type BundleReader, bundleReaders, claimSlot } from "./bundles.store.ts";
import { presentItem } from "./inbox-presenter.ts";
import { markBundled } from "./item-state.store.ts";
import { actorOf } from "./reader.ts";
import { latestSlot, RHYTHMS } from "./slots.ts";
import { unbundledItems } from "./visible-items.store.ts";

/** Lines of a mail, so that it stays small; the inbox itself has all. */
const SHOWN = 40;
const MOST = 500;
const TITLE = 120;

/** All that is new in somebody's inbox leaves as one mail in the rhythm they chose; once, however often and by whomever it is tried. */
export async function mailBundles({ database, kit }: Services): Promise<number> {
  const now = kit.clock.now();
  let mailed = 0;
  for (const reader of await bundleReaders(database.maintenance, now)) {
    const rhythm = RHYTHMS.find((one) => one === reader.rhythm) ?? "daily";
    const slot = latestSlot(rhythm, reader.zone, now);
    if (reader.firstAt > slot || (reader.bundledAt && reader.bundledAt >= slot)) continue;
    mailed += await database.inWorkspace(reader.workspaceId, (tx) =>
      mailBundle({ tx, actor: actorOf(reader), kit, now, requestId: "" }, reader, slot),
    );
  }
  return mailed;
}

async function mailBundle(scope: Scope, reader: BundleReader, slot: Date): Promise<number> {
  const { tx, kit, now } = scope;
  const { workspaceId, personId, email } = reader;
  if (!(await claimSlot(tx, reader, slot))) return 0;
  const rows = await unbundledItems(scope, slot, MOST);
  if (rows.length === 0) return 0;
  const sections = new Map<string, string[]>();
  for (const { project, thing, what, because } of rows.slice(0, SHOWN).map(presentItem)) {
    const lines = sections.get(project.name) ?? [];
    lines.push(`${cut(thing.title, TITLE)}: ${what}${because === null ? "" : `, ${because}`}`);
    sections.set(project.name, lines);
  }
  const data = {
    sections: [...sections].map(([heading, lines]) => ({ heading, lines })),
    count: rows.length,
  };
  const ids = rows.map(({ id }) => id);
  await markBundled(tx, workspaceId, ids, now);
  await queueMail(
    tx,
    kit,
    { workspaceId, personId, email },
    { kind: "bundle", data },
    `${personId}:${slot.toISOString()}`,
  );
  return 1;
}
