import { civilDate } from "../kit/clock.ts";
import { cut } from "../kit/cut.ts";
import { LIMITS } from "../kit/fields.ts";
import type { ImportedCard } from "./imported-board.ts";
import type { Omissions } from "./left-out.ts";
import type { TrelloCard, TrelloChecklist } from "./trello-export.ts";
import { type Fields, fieldValue } from "./trello-fields.ts";

/** Of what is kept: signs that an address cannot hold are spelled in more of others. */
const LONGEST_ADDRESS = 2_000;

export interface CardContext {
  zone: string;
  fields: Fields;
  checklists: ReadonlyMap<string, TrelloChecklist[]>;
  comments: ReadonlyMap<string, ImportedCard["comments"]>;
  labels: ReadonlySet<string>;
  leftOut: Omissions;
}

export function importedCard(card: TrelloCard, context: CardContext): ImportedCard {
  const { zone, leftOut } = context;
  countLeftOut(card, leftOut);
  const whole = clean(card.name).trim();
  const title = whole.length > LIMITS.title ? `${cut(whole, LIMITS.title - 1)}…` : whole || "(no title)";
  if (whole.length > LIMITS.title) leftOut.add("shortened");
  const text = clean(card.desc ?? "");
  const [startOn, dueOn] = [day(card.start, zone), day(card.due, zone)];
  return {
    id: card.id,
    listId: card.idList,
    number: card.idShort ?? null,
    title,
    body: fitting(whole.length > LIMITS.title ? `${whole}\n\n${text}` : text, leftOut),
    archived: card.closed,
    done: card.dueComplete ?? false,
    startOn: startOn !== null && dueOn !== null && startOn > dueOn ? dueOn : startOn,
    dueOn,
    memberIds: [...new Set(card.idMembers)],
    labelIds: [...new Set(card.idLabels)].filter((id) => context.labels.has(id)),
    items: itemsOf([...card.checklists, ...(context.checklists.get(card.id) ?? [])], leftOut),
    links: linksOf(card, leftOut),
    values: valuesOf(card, context),
    comments: context.comments.get(card.id) ?? [],
    createdAt: bornAt(card.id),
    touchedAt: card.dateLastActivity ? new Date(card.dateLastActivity) : null,
  };
}

/** PostgreSQL stores every character but this one, and no half of one. */
export function clean(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

export function fitting(text: string, leftOut: Omissions): string {
  if (text.length <= LIMITS.text) return text;
  leftOut.add("cutTexts");
  return cut(text, LIMITS.text);
}

export function inOrder<T extends { pos: number; id: string }>(things: readonly T[]): T[] {
  return [...things].sort((a, b) => a.pos - b.pos || (a.id < b.id ? -1 : 1));
}

function day(at: string | null | undefined, zone: string): string | null {
  return at ? civilDate(new Date(at), zone) : null;
}

/** Trello's ids begin with the second of their birth. */
function bornAt(id: string): Date | null {
  if (!/^[0-9a-f]{24}$/.test(id)) return null;
  const seconds = Number.parseInt(id.slice(0, 8), 16);
  return seconds > 1_262_304_000 ? new Date(seconds * 1000) : null;
}

function itemsOf(checklists: readonly TrelloChecklist[], leftOut: Omissions): ImportedCard["items"] {
  const once = [...new Map(checklists.map((checklist) => [checklist.id, checklist])).values()];
  return inOrder(once).flatMap((checklist) =>
    inOrder(checklist.checkItems).map((item) => {
      if (item.due) leftOut.add("itemDates");
      if (item.idMember) leftOut.add("itemPeople");
      const heading = cut(clean(checklist.name).trim(), LIMITS.title);
      const text = clean(item.name).trim();
      if (text.length > LIMITS.line) leftOut.add("cutTexts");
      return {
        id: item.id,
        heading,
        text: cut(text, LIMITS.line) || "(no text)",
        done: item.state === "complete",
      };
    }),
  );
}

/** Only web addresses become links; anything else could do something when it is clicked. */
function linksOf(card: TrelloCard, leftOut: Omissions): ImportedCard["links"] {
  return card.attachments.flatMap(({ id, name, url, isUpload }) => {
    const address = webAddress(url ?? "");
    if (!address) {
      leftOut.add("badLinks");
      return [];
    }
    if (isUpload) leftOut.add("uploads");
    return [
      {
        id,
        title: cut(clean(name ?? "").trim(), LIMITS.title) || address.slice(0, LIMITS.title),
        url: address,
      },
    ];
  });
}

function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return href.length <= LONGEST_ADDRESS && (protocol === "https:" || protocol === "http:") ? href : null;
}

function valuesOf(card: TrelloCard, { fields, zone, leftOut }: CardContext): ImportedCard["values"] {
  const values = new Map<string, string>();
  for (const item of card.customFieldItems) {
    const value = fieldValue(item, fields, zone);
    if (value === null) leftOut.add("emptyValues");
    else values.set(item.idCustomField, cut(clean(value), LIMITS.line));
  }
  return [...values].map(([fieldId, value]) => ({ fieldId, value }));
}

function countLeftOut(card: TrelloCard, leftOut: Omissions): void {
  leftOut.add("stickers", card.stickers.length);
  leftOut.add("votes", Math.max(card.idMembersVoted.length, card.badges?.votes ?? 0));
  leftOut.add("powerUps", card.pluginData.length);
  if (card.cover?.color || card.cover?.idAttachment || card.cover?.idUploadedBackground)
    leftOut.add("covers");
  if (card.locationName || card.address || card.coordinates) leftOut.add("locations");
  if (typeof card.dueReminder === "number" && card.dueReminder >= 0) leftOut.add("reminders");
}
