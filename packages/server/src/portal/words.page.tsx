import type { ReactNode } from "react";

/** Bold, a named link and a bare one; every part has a length, so that no text makes the search slow. */
const MARKS =
  /\*\*([^*\n]{1,300})\*\*|\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,1000})\)|(https?:\/\/[^\s<>"]{1,1000})/g;
const ITEM = /^\s{0,3}(?:[-*•]|\d{1,3}[.)])\s+/;

interface Line {
  at: number;
  text: string;
}

interface Block {
  at: number;
  kind: "list" | "text";
  lines: Line[];
}

/** What somebody wrote, with its paragraphs, lists and links; nothing of it is ever markup of ours. */
export function Words({ text }: { text: string }) {
  return (
    <div className="words">
      {blocks(text).map(({ at, kind, lines }) =>
        kind === "list" ? (
          <ul key={at}>
            {lines.map((line) => (
              <li key={line.at}>{inline(line.text.replace(ITEM, ""))}</li>
            ))}
          </ul>
        ) : (
          <p key={at}>{inline(lines.map((line) => line.text).join("\n"))}</p>
        ),
      )}
    </div>
  );
}

function blocks(text: string): Block[] {
  const found: Block[] = [];
  let isNew = true;
  for (const [at, line] of text.replaceAll("\r\n", "\n").split("\n").entries()) {
    if (line.trim() === "") {
      isNew = true;
      continue;
    }
    const kind = ITEM.test(line) ? "list" : "text";
    const last = found.at(-1);
    if (last && !isNew && last.kind === kind) last.lines.push({ at, text: line });
    else found.push({ at, kind, lines: [{ at, text: line }] });
    isNew = false;
  }
  return found;
}

function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, bold, name, named, bare] = match;
    if (match.index > from) parts.push(text.slice(from, match.index));
    from = match.index + whole.length;
    const address = named ?? bare;
    parts.push(
      address === undefined ? (
        <strong key={match.index}>{bold}</strong>
      ) : (
        <a key={match.index} href={address} rel="noopener noreferrer">
          {name ?? address}
        </a>
      ),
    );
  }
  return [...parts, text.slice(from)];
}
