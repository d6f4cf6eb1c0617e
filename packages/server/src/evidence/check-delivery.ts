import { datesHeld, type EndedDates, medianOf } from "@milepost/planning";
import type { z } from "zod";
import { nameHash } from "../events/covers.ts";
import { bodyHash, contentHash, linkHash, NOTHING, plainLinkHash } from "../events/seal.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { sha256 } from "../kit/secret.ts";
import {
  DeliveryEntry,
  DeliveryLink,
  type DeliveryLinkLine,
  DeliveryNameEntry,
  MilestoneEntry,
  QuoteEntry,
  SignOffEntry,
} from "./delivery-entries.ts";
import { type FileLine, jsonOf, readLines } from "./first-altered.ts";
import { DELIVERY_HEADING } from "./record-lines.ts";

type Placed<T> = T & { offset: number };

export interface SoundDelivery {
  delivery: z.infer<typeof DeliveryEntry>;
  milestones: z.infer<typeof MilestoneEntry>[];
  signOffs: z.infer<typeof SignOffEntry>[];
  quotes: z.infer<typeof QuoteEntry>[];
  names: ReadonlyMap<string, string | null>;
  links: { n: number; hash: string }[];
}

export interface DeliveryFault {
  record: string;
  offset: number;
  why: string;
}

interface Read {
  delivery: Placed<z.infer<typeof DeliveryEntry>>[];
  milestones: Placed<z.infer<typeof MilestoneEntry>>[];
  signOffs: Placed<z.infer<typeof SignOffEntry>>[];
  quotes: Placed<z.infer<typeof QuoteEntry>>[];
  names: Placed<z.infer<typeof DeliveryNameEntry>>[];
  links: Placed<DeliveryLinkLine>[];
}

export function isDelivery(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, DELIVERY_HEADING.length).includes("delivery") || bytes.includes('"record":"delivery"')
  );
}

/** Is this file what Milepost wrote? Recomputes all that can be recomputed, from the bytes alone. */
export function checkDelivery(bytes: Buffer): { sound: SoundDelivery } | { fault: DeliveryFault } {
  const lines = readLines(bytes, DELIVERY_HEADING);
  if ("altered" in lines) {
    const { name: record, offset } = lines.altered;
    return { fault: { record, offset, why: "It was altered after it was written." } };
  }
  const read = parse(lines.lines);
  if ("fault" in read) return read;
  const [delivery] = read.delivery;
  if (!delivery) return { fault: { record: "delivery", offset: 0, why: "It is missing." } };
  const fault =
    figuresFault(delivery, read) ??
    signOffFault(read) ??
    quoteFault(read) ??
    nameFault(delivery, read) ??
    chainFault(delivery, read);
  if (fault) return { fault };
  const { milestones, signOffs, quotes, names, links } = read;
  return {
    sound: {
      ...{ delivery, milestones, signOffs, quotes, links },
      names: new Map(names.map(({ id, name }) => [id, name])),
    },
  };
}

function parse(lines: readonly FileLine[]): Read | { fault: DeliveryFault } {
  const read: Read = { delivery: [], milestones: [], signOffs: [], quotes: [], names: [], links: [] };
  for (const { name, offset, text } of lines.slice(1)) {
    const bare = text.replace(/,?\n$/, "");
    const value = jsonOf(bare);
    const put = <T>(shape: z.ZodType<T>, list: Placed<T>[]): boolean => {
      const parsed = shape.safeParse(value);
      if (parsed.success) list.push({ ...parsed.data, offset });
      return parsed.success;
    };
    const known =
      put(DeliveryEntry, read.delivery) ||
      put(MilestoneEntry, read.milestones) ||
      put(SignOffEntry, read.signOffs) ||
      put(QuoteEntry, read.quotes) ||
      put(DeliveryNameEntry, read.names) ||
      put(DeliveryLink, read.links);
    if (!known || canonicalJson(value) !== bare)
      return { fault: { record: name, offset, why: "It is not written as Milepost writes it." } };
  }
  return read;
}

/** The sums follow from the milestones. */
function figuresFault(
  delivery: Placed<z.infer<typeof DeliveryEntry>>,
  { milestones }: Read,
): DeliveryFault | null {
  const ended = milestones.map((one): EndedDates => one);
  const said = {
    reached: ended.filter(({ state }) => state === "accepted").length,
    dropped: ended.filter(({ state }) => state === "dropped").length,
    medianSlipDays: medianOf(milestones.flatMap(({ slipDays }) => slipDays ?? [])),
    safe: datesHeld(ended, "safeOn"),
    likely: datesHeld(ended, "likelyOn"),
  };
  for (const [field, value] of Object.entries(said))
    if (canonicalJson(value) !== canonicalJson(delivery[field as keyof typeof said]))
      return {
        record: "delivery",
        offset: delivery.offset,
        why: `Its ${field} does not follow from the milestones.`,
      };
  return null;
}

/** Told by whoever confirms a sentence: its `hash` is that of the words. */
export const QUOTE_CONFIRMED = "clientQuote.confirmed";

const SHORT = 16;
const short = (value: unknown) => sha256(canonicalJson(value)).slice(0, SHORT);

/** What is said of a sign-off is what the newest seal of it covers, field by field. */
function signOffFault({ signOffs, links }: Read): DeliveryFault | null {
  for (const { record, offset, approvalId, facts, snapshotHash, by } of signOffs) {
    const link = links.findLast((one) => "covers" in one && one.approvalId === approvalId);
    const covers = link && "covers" in link ? link.covers : null;
    if (!covers) return { record, offset, why: "No seal of the chain covers it." };
    for (const [field, value] of Object.entries(facts))
      if (covers.approval?.fields[field] !== short(value))
        return { record, offset, why: `Its ${field} is not what was sealed.` };
    if (covers.snapshot?.fields.hash !== short(snapshotHash))
      return { record, offset, why: "Its snapshot is not the one that was sealed." };
    const decided = Object.entries(covers).filter(([key]) => key.startsWith("decision:"));
    for (const { id } of by)
      if (!decided.some(([, { fields }]) => fields.personId === short(id)))
        return { record, offset, why: "Somebody named here made no decision that was sealed." };
  }
  return null;
}

/** The words are those that their author confirmed, as the chain has sealed it; of whoever is left out it says nothing. */
function quoteFault({ quotes, links }: Read): DeliveryFault | null {
  for (const { record, offset, id, words, by } of quotes) {
    if (by === null) continue;
    const sealed = links.some(
      (link) =>
        "event" in link &&
        link.event.verb === QUOTE_CONFIRMED &&
        link.event.subjectId === id &&
        link.event.actorId === by.id &&
        canonicalJson(link.event.data) === canonicalJson({ hash: sha256(words) }),
    );
    if (!sealed)
      return { record, offset, why: "Nobody has confirmed these words, as far as the chain says." };
  }
  return null;
}

function nameFault(
  { house, project, client }: z.infer<typeof DeliveryEntry>,
  { signOffs, quotes, names }: Read,
): DeliveryFault | null {
  const all = [
    house,
    project,
    ...(client ? [client] : []),
    ...signOffs.flatMap(({ by }) => by),
    ...quotes.flatMap(({ by }) => by ?? []),
  ];
  const hashes = new Map(all.map((one) => [one.id, one.nameHash]));
  for (const { record, offset, id, name, salt } of names) {
    const sealed = hashes.get(id);
    if (name === null && salt === null && sealed !== undefined) continue;
    if (name === null || salt === null || nameHash(salt, name) !== sealed)
      return { record, offset, why: "It is not the name that was sealed." };
  }
  return null;
}

/** Each link follows from the one before, and the last tells of this very record. */
function chainFault(
  { workspaceId, projectId: chain, offset }: Placed<z.infer<typeof DeliveryEntry>>,
  read: Read,
): DeliveryFault | null {
  let prev = NOTHING;
  for (const [at, link] of read.links.entries()) {
    const { n, hash, record } = link;
    const place = { record: `event ${at + 1} of the chain`, offset: link.offset };
    if (n !== at + 1 || record !== place.record)
      return { ...place, why: "A record before this one is missing, or this one stands in its place." };
    if (hashOf(link, prev, { workspaceId, chain }) !== hash)
      return { ...place, why: "Its seal does not follow from what it says and from the record before it." };
    prev = hash;
  }
  const last = read.links.at(-1);
  const told = last && "event" in last ? last.event.data : null;
  if (canonicalJson(told) !== canonicalJson({ hash: coreHash(read) }))
    return { record: "delivery", offset, why: "The chain does not end with the sealing of this record." };
  return null;
}

function hashOf(link: DeliveryLinkLine, prev: string, of: { workspaceId: string; chain: string }): string {
  const { n } = link;
  if ("body" in link) return linkHash({ n, prev, body: link.body });
  const none = { approvalId: null, covers: null };
  if ("event" in link) {
    const sealed = { ...of, n, prev, ...none, eventId: link.event.id, contentHash: contentHash(link.event) };
    return linkHash({ n, prev, body: bodyHash(sealed) });
  }
  const { eventId, contentHash: content } = link;
  if (!("covers" in link)) return plainLinkHash({ ...of, n, prev, eventId, contentHash: content });
  const { approvalId, covers } = link;
  return linkHash({
    n,
    prev,
    body: bodyHash({ ...of, n, prev, eventId, contentHash: content, approvalId, covers }),
  });
}

/** One hash of all that the record says by itself: without names and chain, and so the same for ever. */
export function deliveryHash(core: readonly unknown[]): string {
  return sha256(canonicalJson(core));
}

function coreHash({ delivery, milestones, signOffs, quotes }: Read): string {
  const bare = [...delivery, ...milestones, ...signOffs, ...quotes].map(
    ({ offset: _place, ...entry }) => entry,
  );
  return deliveryHash(bare);
}
