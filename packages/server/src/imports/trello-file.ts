import type { z } from "zod";
import { type FieldError, Problem } from "../kit/errors.ts";
import { TrelloExport, type TrelloExportData } from "./trello-export.ts";

export const MAX_FILE = 64 * 1_048_576;
const MAX_DEPTH = 64;
const HOW = "Export the board again in Trello (Menu, Print, export and share, Export as JSON).";

/** The text of an export, read and checked; whatever is wrong with it is one sentence, and nothing has happened yet. */
export function readTrelloFile(text: string): TrelloExportData {
  if (text.length > MAX_FILE)
    throw unreadable("The file is larger than 64 MB. That is more than an import takes.");
  if (isTooDeep(text)) throw unreadable(`The file is nested deeper than any Trello export. ${HOW}`);
  const raw = parse(text);
  if (!isBoard(raw)) throw unreadable(`This is not a Trello board export: it has no lists and cards. ${HOW}`);
  const parsed = TrelloExport.safeParse(raw);
  if (!parsed.success) throw unlikeTrello(parsed.error);
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    throw unreadable(`The file is not whole, readable JSON. ${HOW}`);
  }
}

function isBoard(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && "lists" in raw && "cards" in raw;
}

function unlikeTrello(error: z.ZodError): Problem {
  const errors = error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join("."), message }));
  const first = errors[0];
  return unreadable(`The export has something unexpected at ${first?.path}: ${first?.message}`, errors);
}

function unreadable(detail: string, errors: FieldError[] = []): Problem {
  return new Problem(
    422,
    "import-unreadable",
    "This file cannot be imported",
    `${detail} Nothing was changed.`,
    { errors },
  );
}

/** Counted without building anything, so that a file made of brackets alone does no harm. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [34, 92, 123, 125, 91, 93];
