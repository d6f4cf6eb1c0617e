import { cut } from "../kit/cut.ts";

/** A comment takes so much; what is read of a mail for it is a little more, and nothing beyond is looked at. */
const COMMENT = 20_000;
const READ = 50_000;
/** A line longer than this is text, whatever it begins with. */
const MARK = 300;
const MARK_LINES = 3;

/**
 * What somebody wrote, without what they answered and without their signature. Every line is looked at a fixed number of
 * times, and no pattern can go back over it.
 */
export function replyText(text: string): string {
  const lines = text.slice(0, READ).split(/\r\n|\n|\r/);
  const end = lines.findIndex((_line, index) => isEnd(lines, index));
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith(">"));
  return cut(ownBlanks(own).join("\n").trim(), COMMENT);
}

/** No more than one empty line in a row: cut-out quotes leave gaps. */
function ownBlanks(lines: readonly string[]): string[] {
  return lines.filter((line, index) => line.trim() !== "" || lines[index - 1]?.trim() !== "");
}

function isEnd(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  if (line === "-- " || line.trim() === "--") return true;
  const mark = line.slice(0, MARK).trim();
  return isDivider(mark) || isDevice(mark) || opensQuote(lines, index) || isHead(lines, index);
}

function isDivider(line: string): boolean {
  if (line.length >= 20 && line === "_".repeat(line.length)) return true;
  const words = line.startsWith("---") && line.endsWith("---") ? line.replaceAll("-", "").trim() : "";
  return DIVIDERS.includes(words.toLowerCase());
}

const DIVIDERS = [
  "original message",
  "ursprüngliche nachricht",
  "forwarded message",
  "weitergeleitete nachricht",
  "originalnachricht",
];

function isDevice(line: string): boolean {
  const words = line.toLowerCase();
  return (
    words.length < 60 &&
    (words.startsWith("sent from my ") ||
      (words.startsWith("von meinem ") && words.endsWith("gesendet")) ||
      (words.startsWith("gesendet von ") && !words.endsWith(".")))
  );
}

/** "On Fri 12 Jun, Studio Birch wrote:", which mail programs break over up to three lines. */
function opensQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.slice(0, MARK) ?? "";
  if (!/^(?:on|am|le|il|el|op|den) /i.test(line)) return false;
  for (let more = 0; more < MARK_LINES; more++) {
    const end = lines[index + more]?.trimEnd() ?? "";
    if (end.length > MARK || (more > 0 && end === "")) return false;
    if (end.endsWith(":"))
      return SAID.some((word) =>
        lines
          .slice(index, index + more + 1)
          .join(" ")
          .includes(word),
      );
  }
  return false;
}

const SAID = ["wrote", "schrieb", "écrit", "scritto", "escribió", "schreef", "skrev"];

/** Outlook puts the head of the old mail above it: a sender, and when. */
function isHead(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.slice(0, MARK) ?? "";
  if (!/^\*?(?:from|von):/i.test(line)) return false;
  return lines
    .slice(index + 1, index + 1 + MARK_LINES)
    .some((next) => /^\*?(?:sent|gesendet|date|datum):/i.test(next.slice(0, MARK)));
}

/** A mail that came without plain text: its words, with a line for each block, up to what it answers. */
export function wordsOfHtml(html: string): string {
  // Only plain letters: others may become longer, and places in both texts have to agree.
  const low = html.slice(0, READ).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const quote = QUOTES.map((mark) => low.indexOf(mark)).filter((at) => at >= 0);
  const own = html.slice(0, Math.min(READ, ...quote));
  let text = "";
  for (let at = 0; at < own.length; ) {
    const open = own.indexOf("<", at);
    if (open === -1) return text + own.slice(at);
    text += own.slice(at, open);
    const tag = own.slice(open + 1, open + 12).toLowerCase();
    if (/^(?:br|p|div|li|tr|h\d|\/p|\/div)\b/.test(tag)) text += "\n";
    const hidden = /^(?:style|script|head)\b/.exec(tag)?.[0];
    const end = hidden ? low.indexOf(`</${hidden}`, open) : open;
    const close = end === -1 ? -1 : own.indexOf(">", end);
    if (close === -1) return text;
    at = close + 1;
  }
  return text;
}

const QUOTES = ["<blockquote", 'class="gmail_quote', 'id="divrplyfwdmsg"', 'id="appendonsend"'];

const YES = [
  "approved",
  "approve",
  "ok",
  "okay",
  "lgtm",
  "looks good",
  "go ahead",
  "agreed",
  "passt",
  "freigegeben",
  "freigabe",
  "genehmigt",
  "einverstanden",
  "in ordnung",
  "sieht gut aus",
];
const NO = ["not", "no", "don't", "but", "nicht", "kein", "keine", "aber", "nein", "except", "außer"];
const SHORT = 12;

/** Whether the first line of an answer sounds like a yes. It decides nothing: a person still has to. */
export function soundsLikeYes(reply: string): boolean {
  const line = reply.split("\n").find((each) => each.trim() !== "") ?? "";
  const words = line
    .slice(0, MARK)
    .toLowerCase()
    .split(/[^\p{L}\p{N}']/u)
    .filter((word) => word !== "");
  if (words.length > SHORT || words.some((word) => NO.includes(word)) || line.includes("?")) return false;
  const said = ` ${words.join(" ")} `;
  return YES.some((yes) => said.includes(` ${yes} `));
}
