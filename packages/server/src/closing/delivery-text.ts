import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Tx } from "../db/database.ts";
import { nameHash } from "../events/covers.ts";
import { QUOTE_CONFIRMED } from "../evidence/check-delivery.ts";
import { type Core, CoreEntry } from "../evidence/delivery-entries.ts";
import { DELIVERY_HEADING, type RecordEntry, recordText } from "../evidence/record-lines.ts";
import type { Kit } from "../kit/context.ts";
import { type ChainLink, chainUpTo, type DeliveryRow, namesNow } from "./delivery.store.ts";

/** A name stands in the record only as what it makes with this; whoever was erased has no name to try against it. */
export function saltOf(kit: Kit, recordId: string, id: string): string {
  return createHmac("sha256", kit.authSecret.reveal())
    .update(`delivery:${recordId}:${id}`)
    .digest("base64url");
}

/** The file, byte by byte, and always the same but for names that are gone; null while its seal is not there yet. */
export async function deliveryText(tx: Tx, kit: Kit, row: DeliveryRow): Promise<string | null> {
  const { workspaceId, projectId, hash } = row;
  const core = z.array(CoreEntry).parse(JSON.parse(row.record));
  const chain = await chainUpTo(tx, { workspaceId, projectId, hash });
  if (chain.length === 0) return null;
  const named = namedIn(core);
  const names = row.namesHidden
    ? new Map<string, string>()
    : await namesNow(tx, workspaceId, [...named.keys()]);
  const entries: RecordEntry[] = [
    ...core,
    ...[...named].map(([id, sealed], at) => nameEntry(kit, row, { id, sealed, name: names.get(id), at })),
    ...chainEntries(chain, projectId, core),
  ];
  return recordText(entries, DELIVERY_HEADING);
}

/** Whose names the record stands for, each with its hash. */
function namedIn(core: readonly Core[]): Map<string, string> {
  const all = core.flatMap((entry) => {
    if ("house" in entry) return [entry.house, entry.project, ...(entry.client ? [entry.client] : [])];
    if ("facts" in entry) return entry.by;
    return "words" in entry && entry.by ? [entry.by] : [];
  });
  return new Map(all.map(({ id, nameHash: sealed }) => [id, sealed]));
}

interface NamedThing {
  id: string;
  sealed: string;
  name: string | undefined;
  at: number;
}

function nameEntry(
  kit: Kit,
  { id: recordId }: DeliveryRow,
  { id, sealed, name, at }: NamedThing,
): RecordEntry {
  const salt = saltOf(kit, recordId, id);
  // Whoever is called otherwise by now stands there without a name.
  const shown =
    name !== undefined && nameHash(salt, name) === sealed ? { name, salt } : { name: null, salt: null };
  return { record: `name ${at + 1}`, id, ...shown };
}

function chainEntries(chain: readonly ChainLink[], projectId: string, core: readonly Core[]): RecordEntry[] {
  const signed = new Set(core.flatMap((entry) => ("approvalId" in entry ? [entry.approvalId] : [])));
  const quoted = new Set(core.flatMap((entry) => ("words" in entry && entry.by ? [entry.id] : [])));
  const newest = new Map(
    chain.flatMap(({ n, approvalId, body }) =>
      approvalId && body && signed.has(approvalId) ? [[approvalId, n]] : [],
    ),
  );
  return chain.map((link, at) => {
    const { n, hash, body, eventId, contentHash, approvalId, covers } = link;
    const record = `event ${n} of the chain`;
    const confirms = link.verb === QUOTE_CONFIRMED && quoted.has(link.subjectId);
    if (at === chain.length - 1 || confirms) return { record, n, event: eventOf(link, projectId), hash };
    if (approvalId && newest.get(approvalId) === n)
      return { record, n, eventId, contentHash, approvalId, covers, hash };
    return body === null ? { record, n, eventId, contentHash, hash } : { record, n, body, hash };
  });
}

/** What happened, in full: whoever checks the file makes its seal again from this. */
function eventOf(link: ChainLink, projectId: string) {
  const { eventId: id, verb, subjectKind, subjectId, audience, actorId, at, data } = link;
  return { id, verb, subjectKind, subjectId, projectId, audience, actorId, at, data };
}
