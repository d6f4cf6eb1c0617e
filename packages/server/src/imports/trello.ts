import { cut } from "../kit/cut.ts";
import { LIMITS } from "../kit/fields.ts";
import type { ImportedBoard, ImportedCard } from "./imported-board.ts";
import { Omissions } from "./left-out.ts";
import { clean, fitting, importedCard, inOrder } from "./trello-card.ts";
import type { TrelloCard, TrelloChecklist, TrelloExportData } from "./trello-export.ts";
import { choicesOf, fieldsById, kindOf } from "./trello-fields.ts";
import { readTrelloFile } from "./trello-file.ts";

/** Trello puts no more than this many entries of its log, comments included, into an export. */
const LOG_LIMIT = 1_000;

/** Reads the text of a Trello export; instants become days of the zone that the workspace lives in. */
export function readTrello(text: string, zone: string): ImportedBoard {
  const board = readTrelloFile(text);
  const leftOut = new Omissions();
  leftOut.add("powerUps", board.pluginData.length);
  leftOut.add("history", board.actions.filter((action) => action.type !== "commentCard").length);
  return {
    source: "trello",
    externalId: board.id,
    name: named(board.name, "Imported board", LIMITS.title),
    lists: inOrder(board.lists).map(({ id, name, closed, softLimit }) => ({
      id,
      name: named(name, "(no name)", LIMITS.title),
      archived: closed,
      wipLimit: softLimit && softLimit >= 1 && softLimit <= 1_000 ? Math.floor(softLimit) : null,
    })),
    labels: board.labels.map(({ id, name, color }) => ({
      id,
      name: cut(clean(name ?? "").trim(), 80),
      color: colorOf(color),
    })),
    members: board.members.map(({ id, fullName, username, email }) => ({
      id,
      name: named(fullName ?? username ?? "", "(no name)", 200),
      username: clean(username ?? ""),
      email: email?.toLowerCase() ?? null,
    })),
    fields: inOrder(board.customFields).map(({ id, name, type, options }) => ({
      id,
      name: named(name, "(no name)", 120),
      kind: kindOf(type),
      choices: kindOf(type) === "choice" ? choicesOf(options) : [],
    })),
    cards: cardsOf(board, zone, leftOut),
    leftOut: leftOut.list(),
    notes: notesOf(board),
  };
}

function cardsOf(board: TrelloExportData, zone: string, leftOut: Omissions): ImportedCard[] {
  const order = new Map(inOrder(board.lists).map(({ id }, n) => [id, n]));
  const usable = inOrder(board.cards).filter((card) => isUsable(card, order, leftOut));
  const known = new Set(usable.map(({ id }) => id));
  const context = {
    zone,
    leftOut,
    fields: fieldsById(board),
    checklists: checklistsByCard(board, known, leftOut),
    comments: commentsByCard(board, known, leftOut),
    labels: new Set(board.labels.map(({ id }) => id)),
  };
  usable.sort((a, b) => (order.get(a.idList) ?? 0) - (order.get(b.idList) ?? 0));
  return usable.map((card) => importedCard(card, context));
}

/** Templates, mirrors and separators are Trello's own devices, no pieces of work. */
function isUsable(card: TrelloCard, lists: ReadonlyMap<string, number>, leftOut: Omissions): boolean {
  if (!lists.has(card.idList)) leftOut.add("orphanCards");
  else if (card.isTemplate) leftOut.add("templates");
  else if (card.cardRole) leftOut.add("mirrors");
  else return true;
  return false;
}

function checklistsByCard(
  board: TrelloExportData,
  known: ReadonlySet<string>,
  leftOut: Omissions,
): Map<string, TrelloChecklist[]> {
  const found = new Map<string, TrelloChecklist[]>();
  for (const checklist of board.checklists) {
    if (known.has(checklist.idCard)) append(found, checklist.idCard, checklist);
    else leftOut.add("orphanParts");
  }
  return found;
}

function commentsByCard(
  board: TrelloExportData,
  known: ReadonlySet<string>,
  leftOut: Omissions,
): Map<string, ImportedCard["comments"]> {
  const found = new Map<string, ImportedCard["comments"]>();
  const comments = board.actions.filter((action) => action.type === "commentCard");
  comments.sort((a, b) => Date.parse(a.date) - Date.parse(b.date) || (a.id < b.id ? -1 : 1));
  for (const { id, date, data, memberCreator } of comments) {
    const cardId = data?.card?.id ?? "";
    const body = fitting(clean(data?.text ?? "").trim(), leftOut);
    if (!known.has(cardId)) leftOut.add("orphanComments");
    else if (body !== "") {
      const author = named(
        memberCreator?.fullName ?? memberCreator?.username ?? "",
        "Somebody at Trello",
        200,
      );
      append(found, cardId, { id, author, body, at: new Date(date) });
    }
  }
  return found;
}

function notesOf({ actions, cards }: TrelloExportData): string[] {
  if (actions.length < LOG_LIMIT) return [];
  const expected = cards.reduce((sum, card) => sum + (card.badges?.comments ?? 0), 0);
  const found = actions.filter((action) => action.type === "commentCard").length;
  const missing = expected > found ? ` The cards count ${expected} comments, the file holds ${found}.` : "";
  return [
    `Trello puts only the last 1,000 entries of its log into an export, and this file is full: older comments are missing.${missing}`,
  ];
}

const COLORS: Record<string, string> = {
  green: "green",
  yellow: "yellow",
  orange: "orange",
  red: "red",
  purple: "violet",
  blue: "blue",
  sky: "cyan",
  lime: "lime",
  pink: "pink",
  black: "gray",
};

function colorOf(color: string | null | undefined): string {
  return COLORS[(color ?? "").replace(/_(light|dark)$/, "")] ?? "gray";
}

function named(text: string, otherwise: string, max: number): string {
  return cut(clean(text).trim(), max) || otherwise;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
